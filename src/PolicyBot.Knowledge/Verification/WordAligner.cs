namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Aligns a quotation with the stretch of an article that is most like it, with the fewest changed, added and missing
/// words. Takes time and memory in proportion to the product of their lengths.
/// </summary>
internal static class WordAligner
{
    // A changed word costs less than an added one, so that it is reported as changed at the end of a quotation too,
    // and more than a missing one, so that a word missing before the last isn't reported as a change of the last.
    private const float AddedCost = 1;
    private const float ChangeCost = 0.95f;
    private const float MissingCost = 0.9f;
    private const float PunctuationCost = 0.25f;

    /// <summary>Aligns all of a quotation with a stretch of an article.</summary>
    /// <param name="quoted">The quotation's tokens; at least one.</param>
    /// <param name="original">The article's tokens.</param>
    /// <returns>The pairs in order; an index is -1 where the other side has an added or missing token.</returns>
    public static List<(int Quoted, int Original)> Align(
        IReadOnlyList<VerbatimToken> quoted, IReadOnlyList<VerbatimToken> original)
    {
        var (rows, columns) = (quoted.Count, original.Count);
        var steps = new Step[rows + 1, columns + 1];
        var (above, current) = (new float[columns + 1], new float[columns + 1]);
        for (var i = 1; i <= rows; i++)
        {
            current[0] = above[0] + CostOf(quoted[i - 1], AddedCost);
            steps[i, 0] = Step.Added;
            for (var j = 1; j <= columns; j++)
            {
                var pair = above[j - 1] + CostOf(quoted[i - 1], original[j - 1], i == 1);
                var added = above[j] + CostOf(quoted[i - 1], AddedCost);
                var missing = current[j - 1] + CostOf(original[j - 1], MissingCost);
                (current[j], steps[i, j]) = pair <= added && pair <= missing ? (pair, Step.Pair)
                    : added <= missing ? (added, Step.Added)
                    : (missing, Step.Missing);
            }

            (above, current) = (current, above);
        }

        var end = 0;
        for (var j = 1; j <= columns; j++)
        {
            if (above[j] < above[end]) end = j;
        }

        return Trace(steps, rows, end);
    }

    private static List<(int Quoted, int Original)> Trace(Step[,] steps, int row, int column)
    {
        var pairs = new List<(int Quoted, int Original)>();
        while (row > 0)
        {
            switch (steps[row, column])
            {
                case Step.Pair:
                    pairs.Add((--row, --column));
                    break;
                case Step.Added:
                    pairs.Add((--row, -1));
                    break;
                default:
                    pairs.Add((-1, --column));
                    break;
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static float CostOf(VerbatimToken token, float wordCost) => token.IsWord ? wordCost : PunctuationCost;

    private static float CostOf(VerbatimToken quoted, VerbatimToken original, bool ignoreCase)
    {
        if (quoted.Matches(original, ignoreCase)) return 0;
        if (quoted.IsWord != original.IsWord) return AddedCost + PunctuationCost;
        return quoted.IsWord ? ChangeCost : PunctuationCost;
    }

    private enum Step : byte
    {
        Pair,
        Added,
        Missing,
    }
}
