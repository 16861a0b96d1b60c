using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the quotes. A quote's <c>context</c> is a longer piece of the article that tells which place of its words is meant.</summary>
internal sealed class QuotesReader(ReadingContext context)
{
    public List<Quote> Read(Node? part)
    {
        var all = new List<Quote>();
        var ids = new IdRule(context.Faults);
        foreach (var fields in context.Entries(part, "quotes", "id", ["id", "text", "speaker", "topics"], "context"))
        {
            var id = context.Id(fields, ids);
            var text = context.Texts.One(fields["text"], fields.Entry, "text", Limits.Quote);
            var around = context.Texts.One(fields["context"], fields.Entry, "context", Limits.Quote);
            var speaker = context.Texts.One(fields["speaker"], fields.Entry, "speaker", Limits.Name);
            var topics = context.Texts.Many(fields["topics"], fields.Entry, "topics", Limits.Topic);
            if (text is null) continue;
            var passage = context.Passages.FindOnly(text, fields["text"]!.Line, around, fields["context"]?.Line ?? 0, fields.Entry);
            if (id is not null && speaker is not null && passage is not null) all.Add(new Quote(id, passage, speaker, ReadingContext.Plain(topics)));
        }

        return all;
    }
}
