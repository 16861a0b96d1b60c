namespace PolicyBot.Knowledge.Articles;

/// <summary>Splits a body into paragraphs and sentences, verbatim.</summary>
internal static class SentenceSplitter
{
    private static readonly string[] Abbreviations = ["U.S.", "U.K.", "Oct.", "Nov.", "Dec.", "Jan.", "Feb.", "Aug.", "Sept.", "Mr.", "Mrs.", "Ms.", "Dr.", "Inc.", "Co.", "Corp.", "No.", "St.", "vs."];

    public static List<Passage> SplitParagraphs(string body)
    {
        var paragraphs = new List<Passage>();
        for (var start = 0; start < body.Length;)
        {
            var end = body.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = body.Length;
            if (end > start) paragraphs.Add(Slice(body, start, end));
            start = end + 2;
        }

        return paragraphs;
    }

    public static List<Passage> SplitSentences(IReadOnlyList<Passage> paragraphs)
    {
        var sentences = new List<Passage>();
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Text;
            var start = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (!EndsSentence(text, i, out var end)) continue;
                sentences.Add(new Passage(text[start..end], new TextSpan(paragraph.Span.Start + start, paragraph.Span.Start + end)));
                start = end;
                while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
                i = start - 1;
            }

            if (start < text.Length) sentences.Add(new Passage(text[start..], paragraph.Span with { Start = paragraph.Span.Start + start }));
        }

        return sentences;
    }

    // A full stop, question or exclamation mark, with what closes behind it, then a space and something that is not a small letter.
    private static bool EndsSentence(string text, int at, out int end)
    {
        end = at + 1;
        if (text[at] is not ('.' or '!' or '?')) return false;
        while (end < text.Length && text[end] is '”' or '’' or '"' or ')') end++;
        if (end == text.Length) return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next < text.Length && char.IsLower(text[next])) return false;
        foreach (var abbreviation in Abbreviations)
        {
            if (text.AsSpan(0, at + 1).EndsWith(abbreviation, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    private static Passage Slice(string body, int start, int end) => new(body[start..end], new TextSpan(start, end));
}
