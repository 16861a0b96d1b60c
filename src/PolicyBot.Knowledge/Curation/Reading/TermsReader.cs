using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the synonyms, and the names that the article never uses.</summary>
internal sealed class TermsReader(ReadingContext context)
{
    public List<Synonym> ReadSynonyms(Node? part)
    {
        var all = new List<Synonym>();
        foreach (var fields in context.ReadEntries(part, "synonyms", "word", ["word", "also"]))
        {
            var word = context.Texts.ReadOne(fields["word"], fields.Entry, "word", Limits.Name);
            var also = context.Texts.ReadMany(fields["also"], fields.Entry, "also", Limits.Name);
            var review = context.ReadReview(fields);
            if (word is not null) context.UniqueNames.Add(word, fields["word"]!.Line, "synonyms", fields);
            foreach (var (text, line) in also) context.UniqueNames.Add(text, line, "synonyms", fields);
            if (word is not null) all.Add(new Synonym(word, ReadingContext.GetTexts(also)) { Review = review });
        }

        return all;
    }

    public List<AbsentNames> ReadAbsentNames(Node? part)
    {
        var all = new List<AbsentNames>();
        var body = context.Article is { } article ? Fold(article.Body) : "";
        foreach (var fields in context.ReadEntries(part, "absent", "kind", ["kind", "names"]))
        {
            var kind = context.Texts.ReadOne(fields["kind"], fields.Entry, "kind", Limits.Topic);
            var names = context.Texts.ReadMany(fields["names"], fields.Entry, "names", Limits.Name);
            var review = context.ReadReview(fields);
            foreach (var (name, line) in names)
            {
                context.EvidenceNames.AddIfOneWord(name);
                context.UniqueNames.Add(name, line, "absent", fields);
                var positions = WholeWords.FindAll(body, Fold(name));
                if (positions.Count == 0) continue;
                var around = context.Article!.Sentences.Last(s => s.Span.Start <= positions[0]).Text;
                context.Diagnostics.Add(
                    line,
                    fields.Entry,
                    $"The name {DiagnosticText.Quote(name)} is in the article: {DiagnosticText.Quote(around)}.",
                    "Remove it from “absent”.");
            }

            if (kind is not null)
                all.Add(new AbsentNames(kind, ReadingContext.GetTexts(names)) { Review = review });
        }

        return all;
    }

    // Keeps the positions. Searching the folded body for hundreds of names is much faster than case-insensitive search.
    private static string Fold(string text) =>
        new FoldedText(text, TextDifferences.QuotationMarks | TextDifferences.Dashes).Text.ToUpperInvariant();
}
