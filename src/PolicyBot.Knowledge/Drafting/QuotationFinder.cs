using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds the quotations of an article and their speakers.</summary>
internal static class QuotationFinder
{
    private const int MaxLength = 4096;

    /// <summary>Finds them, in order, without those in the headline.</summary>
    public static IReadOnlyList<DraftedQuote> Find(Article article, DraftedNames names)
    {
        var quotes = new List<DraftedQuote>();
        var ids = new PhrasingPool();
        var speakers = new SpeakerFinder(article, names);
        foreach (var paragraph in article.Paragraphs.Skip(1))
        {
            Speaker? before = null;
            foreach (var quotation in FindIn(paragraph))
            {
                var text = article.Body[quotation.Start..quotation.End];
                var trimmed = text.TrimEnd(',', ';', ' ').TrimStart();
                var start = quotation.Start + text.Length - text.TrimStart().Length;
                if (trimmed.Length is 0 or > MaxLength || !trimmed.Any(char.IsLetterOrDigit)) continue;
                var passage = new Passage(trimmed, new TextSpan(start, start + trimmed.Length));
                var speaker = speakers.Find(quotation, paragraph, before);
                if (CreateContext(article, passage, out var context))
                    quotes.Add(new DraftedQuote(
                        ids.CreateId(trimmed.Split(' ').Take(4)), passage, context, speaker.Name, speaker.Review));
                before = speaker;
            }
        }

        return quotes;
    }

    // The text between quotation marks; straight ones open and close in turns.
    private static List<TextSpan> FindIn(Passage paragraph)
    {
        var found = new List<TextSpan>();
        var text = paragraph.Text;
        var open = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (open < 0 && text[i] is '“' or '"')
                open = i + 1;
            else if (open >= 0 && text[i] is '”' or '"' && i >= open)
            {
                if (i > open) found.Add(new TextSpan(paragraph.Span.Start + open, paragraph.Span.Start + i));
                open = -1;
            }
        }

        // A quotation of several paragraphs is closed in the last one only.
        if (open >= 0 && open < text.Length && text.Contains('“', StringComparison.Ordinal))
            found.Add(new TextSpan(paragraph.Span.Start + open, paragraph.Span.End));
        return found;
    }

    // The sentence around a text that occurs more than once; false if it doesn't make it unique.
    private static bool CreateContext(Article article, Passage quote, out string? context)
    {
        context = null;
        var places = WholeWords.FindAll(article.Body, quote.Text);
        if (places.Count == 1) return true;
        if (!places.Contains(quote.Span.Start)) return false;
        var sentence = article.Sentences.LastOrDefault(s => s.Span.Start <= quote.Span.Start);
        if (sentence is null || sentence.Span.End < quote.Span.End || sentence.Text.Length > MaxLength) return false;
        // From the quotation mark to the end of the sentence, as long as the text is there once.
        var end = sentence.Span.End;
        for (var start = quote.Span.Start - 1; start >= sentence.Span.Start; start--)
        {
            var piece = article.Body[start..end].Trim();
            if (WholeWords.FindAll(article.Body, piece) is not [var only] || only != start) continue;
            if (WholeWords.FindAll(piece, quote.Text) is not [_]) continue;
            context = piece;
            return true;
        }

        return false;
    }
}
