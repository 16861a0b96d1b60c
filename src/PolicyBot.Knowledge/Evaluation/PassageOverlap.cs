using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Decides by position whether two passages say the same. Their words are not enough: half of an article's sentences
/// may contain “the Department of Agriculture”.
/// </summary>
internal static class PassageOverlap
{
    /// <summary>
    /// The number of consecutive characters that two passages must share; a shorter passage must be shared completely.
    /// </summary>
    public const int MinLength = 12;

    /// <summary>Whether two spans overlap enough.</summary>
    public static bool IsEnough(TextSpan first, TextSpan second)
    {
        var shared = Math.Min(first.End, second.End) - Math.Max(first.Start, second.Start);
        return shared > 0 && shared >= Math.Min(MinLength, Math.Min(first.Length, second.Length));
    }
}
