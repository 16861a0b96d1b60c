namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>How a noun relates to a verb of the same sentence.</summary>
[Flags]
internal enum ClauseRelation
{
    /// <summary>No pattern fits.</summary>
    None = 0,

    /// <summary>It does what the verb says.</summary>
    Subject = 1,

    /// <summary>It is what the verb is done to.</summary>
    Object = 2,
}
