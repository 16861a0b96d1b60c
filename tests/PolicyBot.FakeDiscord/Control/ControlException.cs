namespace PolicyBot.FakeDiscord.Control;

/// <summary>
/// What someone asked of the control API that it cannot do; the message says what is wrong and the mend.
/// </summary>
internal sealed class ControlException : Exception
{
    public ControlException(string message)
        : base(message)
    {
    }

    public ControlException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public ControlException()
    {
    }
}
