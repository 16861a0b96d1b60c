namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// Someone was to do what Discord's client does not let people do; the message says what they can do instead.
/// </summary>
internal sealed class ActionUnavailableException : InvalidOperationException
{
    public ActionUnavailableException()
    {
    }

    public ActionUnavailableException(string message)
        : base(message)
    {
    }

    public ActionUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
