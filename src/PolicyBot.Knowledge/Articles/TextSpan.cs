namespace PolicyBot.Knowledge.Articles;

/// <summary>A stretch of an article's body, in UTF-16 code units.</summary>
/// <param name="Start">Its first code unit, from 0.</param>
/// <param name="End">One past its last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many code units it covers.</summary>
    public int Length => End - Start;
}
