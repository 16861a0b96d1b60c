using FuzzySharp;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>
/// Finds verbatim texts in the article, and reports those that are not there. Without an article, which is an error of
/// its own, it finds and reports nothing.
/// </summary>
internal sealed class PassageFinder(Article? article, IReadOnlyList<Article> earlier, DiagnosticBag diagnostics)
{
    // Comparing costs the product of both lengths, and this much is enough to recognize a sentence.
    private const int MaxCompared = 400;

    private readonly List<EvidenceText> _evidence = [];
    private FoldedText? _foldedBody;

    /// <summary>The texts that it was asked to find and that are in a version of the article.</summary>
    public IReadOnlyList<EvidenceText> Evidence => _evidence;

    /// <summary>
    /// Finds the first occurrence of a text, as whole words. Null if it has none; that is reported unless an earlier
    /// version of the article has it.
    /// </summary>
    public Passage? Find(string text, int line, string entry, string what)
    {
        if (article is null) return null;
        var places = WholeWords.FindAll(article.Body, text);
        if (places.Count > 0) return Record(CreatePassage(places[0], text), line, entry);
        if (IsInEarlierVersion(text))
        {
            _evidence.Add(new EvidenceText(new Location(diagnostics.File, line), entry, text, IsWithheld: true));
            return null;
        }

        ReportMissing(text, line, entry, what);
        return null;
    }

    /// <summary>
    /// Finds the only occurrence of a quote: in the article, or in its part <paramref name="context"/>.
    /// </summary>
    public Passage? FindOnly(string text, int line, string? context, int contextLine, string entry)
    {
        if (article is null) return null;
        if (context is null)
        {
            var places = WholeWords.FindAll(article.Body, text);
            if (places.Count <= 1) return Find(text, line, entry, "text");
            diagnostics.Add(
                line,
                entry,
                $"The quote {DiagnosticText.Quote(text)} occurs {places.Count} times in the article.",
                "Add “context:” with a longer piece of the article around the right one.");
            return null;
        }

        if (Find(context, contextLine, entry, "context") is not { } around) return null;
        var within = WholeWords.FindAll(context, text);
        if (within.Count == 1) return Record(CreatePassage(around.Span.Start + within[0], text), line, entry);
        var occurs = within.Count == 0 ? "doesn't occur" : $"occurs {within.Count} times";
        diagnostics.Add(
            contextLine,
            entry,
            $"The quote {DiagnosticText.Quote(text)} {occurs} in its context {DiagnosticText.Quote(context)}.",
            "As the context, choose a piece of the article in which the quote occurs exactly once, as whole words.");
        return null;
    }

    /// <summary>Whether an earlier version of the article has a text, as whole words.</summary>
    private bool IsInEarlierVersion(string text) =>
        earlier.Any(a => WholeWords.FindAll(a.Body, text).Count > 0);

    private Passage Record(Passage passage, int line, string entry)
    {
        _evidence.Add(new EvidenceText(new Location(diagnostics.File, line), entry, passage.Text, IsWithheld: false));
        return passage;
    }

    private static Passage CreatePassage(int start, string text) => new(text, new TextSpan(start, start + text.Length));

    private void ReportMissing(string text, int line, string entry, string what)
    {
        if (article!.Find(text) is { } part)
        {
            diagnostics.Add(
                line,
                entry,
                $"The {what} {DiagnosticText.Quote(text)} begins or ends within a word of the article.",
                $"Use whole words: “{WholeWords.Expand(article.Body, part.Span.Start, part.Span.End)}”.");
            return;
        }

        _foldedBody ??= new FoldedText(article.Body, TextDifferences.All);
        if (_foldedBody.Find(new FoldedText(text, TextDifferences.All)) is { } meant)
        {
            var cause = FoldedText.FindDifferences(text, meant) switch
            {
                TextDifferences.QuotationMarks => "only the quotation marks or apostrophes differ",
                TextDifferences.Dashes => "only the dashes or hyphens differ",
                TextDifferences.Spaces => "only the spaces differ",
                TextDifferences.Capitals => "only upper and lower case differ",
                TextDifferences.Accents when text.Any(FoldedText.IsMark) || meant.Any(FoldedText.IsMark) =>
                    "only the accents differ: one text has letter and accent as one character, the other as two",
                TextDifferences.Accents => "only the accents differ",
                _ => "only quotation marks, dashes, spaces, case or accents differ",
            };
            diagnostics.Add(
                line,
                entry,
                $"The {what} {DiagnosticText.Quote(text)} is not verbatim in the article: {cause}.",
                $"Copy it from the article: “{meant}”.");
            return;
        }

        diagnostics.Add(
            line,
            entry,
            $"The {what} {DiagnosticText.Quote(text)} is not in the article.",
            $"Copy it verbatim; the nearest sentence there is “{FindNearestSentence(text)}”.");
    }

    private string FindNearestSentence(string text)
    {
        var nearest = article!.Sentences.MaxBy(s => Fuzz.PartialRatio(Shorten(text), Shorten(s.Text)));
        return nearest?.Text ?? article.Title;

        static string Shorten(string text) => text[..Math.Min(text.Length, MaxCompared)];
    }
}
