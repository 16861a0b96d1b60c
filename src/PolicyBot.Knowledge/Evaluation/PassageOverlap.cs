using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Judges whether two pieces of an article say the same by where they are. Their words would not tell: “the Department
/// of Agriculture” may be in half of an article's sentences.
/// </summary>
internal static class PassageOverlap
{
    /// <summary>
    /// How many consecutive characters two pieces must share; a shorter piece must be shared as a whole.
    /// </summary>
    public const int MinLength = 12;

    /// <summary>Whether two pieces share enough.</summary>
    public static bool IsEnough(TextSpan first, TextSpan second)
    {
        var shared = Math.Min(first.End, second.End) - Math.Max(first.Start, second.Start);
        return shared > 0 && shared >= Math.Min(MinLength, Math.Min(first.Length, second.Length));
    }
}
