namespace PolicyBot.Knowledge.Articles;

/// <summary>A span of an article's body, in UTF-16 code units.</summary>
/// <param name="Start">Its first code unit, from 0.</param>
/// <param name="End">One past its last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>The number of code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether two spans share a code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
