using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the words that readers use: synonyms, and names that the article never uses.</summary>
internal sealed class WordsReader(ReadingContext context)
{
    public List<Synonym> Synonyms(Node? part)
    {
        var all = new List<Synonym>();
        foreach (var fields in context.Entries(part, "synonyms", "word", ["word", "also"]))
        {
            var word = context.Texts.One(fields["word"], fields.Entry, "word", Limits.Name);
            var also = context.Texts.Many(fields["also"], fields.Entry, "also", Limits.Name);
            if (word is not null) context.Meanings.Add(word, fields["word"]!.Line, "synonyms", fields);
            foreach (var (text, line) in also) context.Meanings.Add(text, line, "synonyms", fields);
            if (word is not null) all.Add(new Synonym(word, ReadingContext.Plain(also)));
        }

        return all;
    }

    public List<AbsentNames> Absent(Node? part)
    {
        var all = new List<AbsentNames>();
        var body = context.Article is { } article ? Fold(article.Body) : "";
        foreach (var fields in context.Entries(part, "absent", "kind", ["kind", "names"]))
        {
            var kind = context.Texts.One(fields["kind"], fields.Entry, "kind", Limits.Topic);
            var names = context.Texts.Many(fields["names"], fields.Entry, "names", Limits.Name);
            foreach (var (name, line) in names)
            {
                context.Names.KnowIfOneWord(name);
                context.Meanings.Add(name, line, "absent", fields);
                var places = WholeWords.Places(body, Fold(name));
                if (places.Count == 0) continue;
                var around = context.Article!.Sentences.Last(s => s.Span.Start <= places[0]).Text;
                context.Faults.Add(
                    line,
                    fields.Entry,
                    $"The name {DiagnosticText.Show(name)} does stand in the article: {DiagnosticText.Show(around)}.",
                    "Take it out of “absent”.");
            }

            if (kind is not null) all.Add(new AbsentNames(kind, ReadingContext.Plain(names)));
        }

        return all;
    }

    // Marks of the same look and letters of either case are made the same, place by place, so that a place in the one
    // is a place in the other.
    // Folded once, the body is searched for hundreds of names much faster than without regard to case.
    private static string Fold(string text) =>
        new FoldedText(text, Likeness.QuotationMarks | Likeness.Dashes).Text.ToUpperInvariant();
}
