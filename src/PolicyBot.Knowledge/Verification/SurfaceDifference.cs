using System.Text;

namespace PolicyBot.Knowledge.Verification;

/// <summary>How a verbatim quotation differs from the article in what verbatim quotations may change.</summary>
internal sealed class SurfaceDifference(string quoted, string original)
{
    /// <summary>Whether quotation marks or apostrophes differ.</summary>
    public bool HasOtherQuotationMarks => Keep(quoted, VerbatimTokenizer.IsQuotationMark)
        != Keep(original, VerbatimTokenizer.IsQuotationMark);

    /// <summary>Whether dashes or hyphens differ.</summary>
    public bool HasOtherDashes => Keep(quoted, VerbatimTokenizer.IsDash) != Keep(original, VerbatimTokenizer.IsDash);

    /// <summary>Whether spaces differ, apart from those at the ends.</summary>
    public bool HasOtherSpaces => !FormOf(quoted).SequenceEqual(FormOf(original));

    private static string Keep(string text, Func<char, bool> isKept) => string.Concat(text.Where(isKept));

    // The spaces between words, in order; where there is none, nothing.
    private static List<string> FormOf(string text)
    {
        var spaces = new List<string>();
        var run = new StringBuilder();
        foreach (var c in text.Trim())
        {
            if (char.IsWhiteSpace(c)) run.Append(c);
            else if (char.IsLetterOrDigit(c) && run.Length > 0)
            {
                spaces.Add(run.ToString());
                run.Clear();
            }
        }

        return spaces;
    }
}
