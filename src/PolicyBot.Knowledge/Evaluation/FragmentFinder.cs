using System.Text.RegularExpressions;
using FuzzySharp;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>Finds verbatim fragments in an article; any white space equals one space.</summary>
internal sealed partial class FragmentFinder(Article article)
{
    // Comparing costs the product of both lengths, and this much is enough to recognize a sentence.
    private const int MaxCompared = 400;

    /// <summary>Finds all occurrences of a fragment that is not blank, in order.</summary>
    public IReadOnlyList<Passage> FindAll(string fragment)
    {
        var words = WhiteSpace().Split(fragment.Trim()).Select(Regex.Escape);
        return
        [
            .. Regex.Matches(article.Body, string.Join(@"\s+", words),
                RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)
                .Select(m => new Passage(m.Value, new TextSpan(m.Index, m.Index + m.Length))),
        ];
    }

    /// <summary>Finds the sentence of the article most similar to a text.</summary>
    public string FindNearestSentence(string text)
    {
        var compared = Shorten(text);
        return article.Sentences.MaxBy(s => GetSimilarity(compared, Shorten(s.Text)))?.Text ?? article.Title;
    }

    // A one-word headline matches many fragments completely, but says little about them.
    private static double GetSimilarity(string text, string sentence) =>
        Fuzz.PartialRatio(text, sentence) * Math.Min(1, (double)sentence.Length / text.Length);

    private static string Shorten(string text) => text[..Math.Min(text.Length, MaxCompared)];

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex WhiteSpace();
}
