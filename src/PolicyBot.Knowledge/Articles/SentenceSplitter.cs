namespace PolicyBot.Knowledge.Articles;

/// <summary>Splits a body into paragraphs and sentences, verbatim.</summary>
internal static class SentenceSplitter
{
    // Words that a full stop shortens. A sentence that ends with one runs on into the next: better long than cut off.
    private static readonly HashSet<string> Abbreviations =
    [
        // Titles
        "Mr", "Mrs", "Ms", "Messrs", "Mmes", "Dr", "Drs", "Prof", "Rev", "Hon", "St", "Jr", "Sr", "Esq",
        "Gen", "Maj", "Col", "Capt", "Cmdr", "Lt", "Sgt", "Cpl", "Pvt", "Adm", "Sen", "Sens", "Rep", "Reps", "Gov",
        "Pres", "Supt", "Atty", "Amb", "Asst",
        // Months and days
        "Jan", "Feb", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
        "Tues", "Thur", "Thurs",
        // Firms and addresses
        "Inc", "Co", "Corp", "Ltd", "Bros", "Dept", "Univ", "Assn", "Ave", "Blvd", "Rd", "Mt", "Ft",
        // References
        "No", "Nos", "Vol", "Fig", "Figs", "Sec", "Secs", "para", "p", "pp", "cf", "vs", "v", "al",
        "approx", "i.e", "e.g", "viz",
    ];

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
                sentences.Add(new Passage(
                    text[start..end], new TextSpan(paragraph.Span.Start + start, paragraph.Span.Start + end)));
                start = end;
                while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
                i = start - 1;
            }

            if (start == text.Length) continue;
            sentences.Add(new Passage(text[start..], paragraph.Span with { Start = paragraph.Span.Start + start }));
        }

        return sentences;
    }

    // A full stop, question or exclamation mark with what closes after it, then a space and no lowercase letter.
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
        return text[at] is not '.' || !IsAbbreviated(text, at);
    }

    // Whether a full stop shortens the word before it: a known abbreviation, or letters with a full stop each, as in
    // "U.S." and "William P. Barr".
    private static bool IsAbbreviated(string text, int at)
    {
        var start = at;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '.')) start--;
        var word = text[start..at];
        var isInitial = word.Length > 0 && char.IsUpper(word[^1]) && (word.Length == 1 || word[^2] is '.');
        return (isInitial && word != "I") || Abbreviations.Contains(word);
    }

    private static Passage Slice(string body, int start, int end) => new(body[start..end], new TextSpan(start, end));
}
