using FuzzySharp;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Finds what a set takes from the article, to the letter, and tells what is not there. Without an article, which is a fault already told, it finds nothing and tells nothing.</summary>
internal sealed class PassageFinder(Article? article, DiagnosticBag diagnostics)
{
    // Comparing costs the product of both lengths, and this much is enough to know a sentence by.
    private const int LongestCompared = 400;

    private FoldedText? _foldedBody;

    /// <summary>The first place of a text, as whole words.</summary>
    public Passage? Find(string text, int line, string entry, string what)
    {
        if (article is null) return null;
        var places = WholeWords.FindAll(article.Body, text);
        if (places.Count > 0) return At(places[0], text);
        ReportMissing(text, line, entry, what);
        return null;
    }

    /// <summary>The only place of a quote: in the article, or in the part of it that <paramref name="context"/> gives.</summary>
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
                $"The quote {DiagnosticText.Quote(text)} stands in the article {places.Count} times.",
                "Add “context:” with a longer piece of the article around the place that is meant.");
            return null;
        }

        if (Find(context, contextLine, entry, "context") is not { } around) return null;
        var within = WholeWords.FindAll(context, text);
        if (within.Count == 1) return At(around.Span.Start + within[0], text);
        diagnostics.Add(
            contextLine,
            entry,
            $"The quote {DiagnosticText.Quote(text)} stands in its context {DiagnosticText.Quote(context)} {(within.Count == 0 ? "nowhere" : $"{within.Count} times")}.",
            "Give a piece of the article as the context in which the quote stands just once, as whole words.");
        return null;
    }

    private static Passage At(int start, string text) => new(text, new TextSpan(start, start + text.Length));

    private void ReportMissing(string text, int line, string entry, string what)
    {
        if (article!.Find(text) is { } part)
        {
            diagnostics.Add(
                line,
                entry,
                $"The {what} {DiagnosticText.Quote(text)} begins or ends within a word of the article.",
                $"Take whole words: “{WholeWords.Expand(article.Body, part.Span.Start, part.Span.End)}”.");
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
                TextDifferences.Capitals => "only capital and small letters differ",
                TextDifferences.Accents when text.Any(FoldedText.IsMark) || meant.Any(FoldedText.IsMark) =>
                    "only the accents differ: one of the two has letter and accent as one character, the other as two",
                TextDifferences.Accents => "only the accents differ",
                _ => "only quotation marks, dashes, spaces, capitals or accents differ",
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
            $"The {what} {DiagnosticText.Quote(text)} does not stand in the article.",
            $"Take it from the article to the letter; the nearest sentence there is “{Nearest(text)}”.");
    }

    private string Nearest(string text)
    {
        var compared = text[..Math.Min(text.Length, LongestCompared)];
        return article!.Sentences.MaxBy(s => Fuzz.PartialRatio(compared, s.Text[..Math.Min(s.Text.Length, LongestCompared)]))?.Text ?? article.Title;
    }
}
