using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the questions, answerable and unanswerable.</summary>
internal sealed class QuestionsReader(ReadingContext context)
{
    private readonly HashSet<string> _answered = new(StringComparer.Ordinal);

    public List<QuestionEntry> ReadQuestions(Node? part)
    {
        var all = new List<QuestionEntry>();
        if (part is { Kind: NodeKind.List, Children.Count: 0 } or { Kind: NodeKind.Text, Text: "" })
            context.Diagnostics.Add(
                part.Line, "questions", "There are no questions.", "Write at least one question with its answer.");
        string[] required = ["id", "question", "answer", "topics"];
        foreach (var fields in context.ReadEntries(part, "questions", "id", required, "related", "phrasings"))
        {
            var id = context.ReadId(fields, context.QuestionIds);
            if (id is not null) _answered.Add(id);
            var (question, phrasings) = context.ReadQuestion(fields, id);
            var answer = new StatementReader(context).ReadMany(
                fields["answer"], fields.Entry, "answer", Limits.Answer, Limits.Answer, _ => fields.Entry);
            var topics = context.Texts.ReadMany(fields["topics"], fields.Entry, "topics", Limits.Topic);
            var related =
                context.Texts.ReadMany(fields["related"], fields.Entry, "related", int.MaxValue, mayBeEmpty: true);
            var review = context.ReadReview(fields);
            context.Related.Add(fields.Entry, id, related);
            if (id is not null && question is not null)
            {
                var (topicTexts, relatedIds) = (ReadingContext.GetTexts(topics), ReadingContext.GetTexts(related));
                all.Add(new QuestionEntry(id, question, phrasings, answer, topicTexts, relatedIds)
                {
                    Review = review,
                });
            }
        }

        return all;
    }

    public List<UnanswerableEntry> ReadUnanswerable(Node? part)
    {
        var all = new List<UnanswerableEntry>();
        string[] required = ["id", "question", "nearest"];
        foreach (var fields in context.ReadEntries(part, "unanswered", "id", required, "phrasings"))
        {
            var id = context.ReadId(fields, context.QuestionIds);
            var (question, phrasings) = context.ReadQuestion(fields, id);
            var nearest = context.Texts.ReadOne(fields["nearest"], fields.Entry, "nearest", Limits.Evidence);
            var review = context.ReadReview(fields);
            if (nearest is null) continue;
            var passage = context.Passages.Find(nearest, fields["nearest"]!.Line, fields.Entry, "nearest passage");
            if (id is not null && question is not null && passage is not null)
                all.Add(new UnanswerableEntry(id, question, phrasings, passage) { Review = review });
        }

        return all;
    }

    /// <summary>Checks the related ids; call it after reading both kinds.</summary>
    public void CheckRelated() => context.Related.Check(_answered, context.QuestionIds);
}
