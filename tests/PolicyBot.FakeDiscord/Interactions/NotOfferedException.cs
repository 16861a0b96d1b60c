namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Someone was to do what Discord's client does not let people do; the message says what they can do instead.</summary>
internal sealed class NotOfferedException : InvalidOperationException
{
    public NotOfferedException()
    {
    }

    public NotOfferedException(string message)
        : base(message)
    {
    }

    public NotOfferedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
