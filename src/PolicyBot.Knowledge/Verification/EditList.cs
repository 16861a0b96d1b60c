namespace PolicyBot.Knowledge.Verification;

/// <summary>Turns an alignment into runs of same and different words, as both texts write them.</summary>
internal static class EditList
{
    /// <summary>Creates the runs.</summary>
    /// <param name="quotedText">The quotation.</param>
    /// <param name="quoted">Its aligned tokens.</param>
    /// <param name="originalText">The article.</param>
    /// <param name="original">Its tokens.</param>
    /// <param name="pairs">The alignment.</param>
    public static List<TextEdit> Create(
        string quotedText,
        IReadOnlyList<VerbatimToken> quoted,
        string originalText,
        IReadOnlyList<VerbatimToken> original,
        IReadOnlyList<(int Quoted, int Original)> pairs)
    {
        var edits = new List<TextEdit>();
        for (var start = 0; start < pairs.Count;)
        {
            var isSame = IsSame(pairs[start]);
            var end = start + 1;
            while (end < pairs.Count && IsSame(pairs[end]) == isSame) end++;
            var run = pairs.Skip(start).Take(end - start).ToList();
            edits.Add(new TextEdit(
                Slice(quotedText, quoted, run.Select(p => p.Quoted)),
                Slice(originalText, original, run.Select(p => p.Original)),
                isSame));
            start = end;
        }

        return edits;

        bool IsSame((int Quoted, int Original) pair) =>
            pair is { Quoted: >= 0, Original: >= 0 }
            && quoted[pair.Quoted].Matches(original[pair.Original], ignoreCase: pair.Quoted == 0);
    }

    /// <summary>Finds the changed runs that hold a name or a figure on either side.</summary>
    public static IReadOnlyList<FactDifference> FindFacts(IReadOnlyList<TextEdit> edits)
    {
        var facts = new List<FactDifference>();
        for (var i = 0; i < edits.Count; i++)
        {
            var edit = edits[i];
            if (!edit.IsChange || !(IsFact(edit.Quoted, i == 0) && IsFact(edit.Original, i == 0))) continue;
            // "Oct. 14" says more than "14".
            var context = i > 0 && edits[i - 1].IsSame ? LastName(edits[i - 1].Original) : "";
            facts.Add(new FactDifference(context + edit.Quoted, context + edit.Original));
        }

        return facts;
    }

    private static string Slice(string text, IReadOnlyList<VerbatimToken> tokens, IEnumerable<int> indices)
    {
        var present = indices.Where(i => i >= 0).ToList();
        return present.Count == 0 ? "" : text[tokens[present[0]].Span.Start..tokens[present[^1]].Span.End];
    }

    private static bool IsFact(string text, bool isFirst)
    {
        var words = VerbatimTokenizer.Split(text).Where(t => t.IsWord).Select(t => t.Text).ToList();
        return words.Any(char.IsAsciiDigit) || words.Skip(isFirst ? 1 : 0).Any(w => char.IsUpper(w[0]));
    }

    private static bool Any(this List<string> words, Func<char, bool> isPart) => words.Exists(w => w.Any(isPart));

    // The capitalized word at the end of a text, with what follows it; or nothing.
    private static string LastName(string text)
    {
        var words = VerbatimTokenizer.Split(text).Where(t => t.IsWord).ToList();
        if (words.Count == 0 || !char.IsUpper(words[^1].Text[0])) return "";
        var name = text[words[^1].Span.Start..];
        return char.IsWhiteSpace(name[^1]) ? name : $"{name} ";
    }
}
