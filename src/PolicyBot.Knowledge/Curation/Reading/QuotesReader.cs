using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>
/// Reads the quotes. A quote's <c>context</c> is a longer piece of the article that identifies one of several
/// occurrences.
/// </summary>
internal sealed class QuotesReader(ReadingContext context)
{
    public List<Quote> Read(Node? part)
    {
        var all = new List<Quote>();
        var ids = new IdRule(context.Diagnostics);
        string[] required = ["id", "text", "speaker", "topics"];
        foreach (var fields in context.ReadEntries(part, "quotes", "id", required, "context"))
        {
            var id = context.ReadId(fields, ids);
            var text = context.Texts.ReadOne(fields["text"], fields.Entry, "text", Limits.Quote);
            var around = context.Texts.ReadOne(fields["context"], fields.Entry, "context", Limits.Quote);
            var speaker = context.Texts.ReadOne(fields["speaker"], fields.Entry, "speaker", Limits.Name);
            var topics = context.Texts.ReadMany(fields["topics"], fields.Entry, "topics", Limits.Topic);
            var review = context.ReadReview(fields);
            if (text is null) continue;
            var passage = context.Passages.FindOnly(
                text, fields["text"]!.Line, around, fields["context"]?.Line ?? 0, fields.Entry);
            if (id is not null && speaker is not null && passage is not null)
                all.Add(new Quote(id, passage, speaker, ReadingContext.GetTexts(topics)) { Review = review });
        }

        return all;
    }
}
