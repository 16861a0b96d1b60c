namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The role, in an event, of the person that a question asks for.</summary>
[Flags]
internal enum AskedRole
{
    /// <summary>The question asks for no one, or only who someone is.</summary>
    None = 0,

    /// <summary>Who does it: "who sent the letter", "who was it signed by".</summary>
    Agent = 1,

    /// <summary>To whom it is done: "who did they ask".</summary>
    Object = 2,

    /// <summary>Who gets it: "who was the letter sent to".</summary>
    Recipient = 4,
}
