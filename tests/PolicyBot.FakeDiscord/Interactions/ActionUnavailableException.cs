namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>An action that Discord's client doesn't let users do; the message says what is possible.</summary>
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
