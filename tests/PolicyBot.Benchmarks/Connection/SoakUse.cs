namespace PolicyBot.Benchmarks.Connection;

/// <summary>What a member does, by how <c>/stats</c> counts it.</summary>
internal enum SoakUse
{
    /// <summary>Asks a question; counted as asked.</summary>
    Question,

    /// <summary>Chooses a suggested question; counted as chosen.</summary>
    Choice,

    /// <summary>Anything else; not counted.</summary>
    Other,
}
