namespace PolicyBot.Knowledge.Versions;

/// <summary>What happened to a piece of evidence between two versions of an article.</summary>
public enum EvidenceState
{
    /// <summary>It is in the same paragraph.</summary>
    Unchanged,

    /// <summary>It is in another paragraph.</summary>
    Moved,

    /// <summary>The new version lacks it.</summary>
    Gone,

    /// <summary>Only the new version has it.</summary>
    Added,
}
