namespace PolicyBot.FakeDiscord.Control;

/// <summary>A request that the control API can't fulfill; the message says what is wrong and how to fix it.</summary>
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
