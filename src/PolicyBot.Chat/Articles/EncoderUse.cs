namespace PolicyBot.Chat.Articles;

/// <summary>Whether the sentence encoder helps with questions that their words don't decide.</summary>
public enum EncoderUse
{
    /// <summary>If the program was built with it.</summary>
    Auto,

    /// <summary>Always; a program that was built without it doesn't start.</summary>
    On,

    /// <summary>Never: questions are matched by their words only.</summary>
    Off,
}
