using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Creates the matcher's training set from a curated set: question entries first, then unanswerable ones, then withheld
/// ones. <see cref="Answerer"/> numbers its entries in the same order.
/// </summary>
internal static class TrainingSetFactory
{
    public static TrainingSet Create(KnowledgeSet set)
    {
        List<NameGroup> names =
        [
            .. set.People.Select(p => new NameGroup(p.Id, TokenKind.Name, "person", [p.Name, .. p.Also])),
            .. set.Organisations.Select(o => new NameGroup(o.Id, TokenKind.Name, "organisation", [o.Name, .. o.Also])),
            .. set.Synonyms.Select(s => new NameGroup(s.Word, TokenKind.Synonym, null, [s.Word, .. s.Also])),
            .. set.Absent.Select(a => new NameGroup(a.Kind, TokenKind.Absent, a.Kind, a.Names)),
        ];
        var phrasings = set.Questions.Concat<Entry>(set.Unanswerable).Concat(set.Withheld)
            .Select(e => (IReadOnlyList<string>)[e.Question, .. e.Phrasings]);
        return new TrainingSet([.. phrasings], names, [.. set.Article.Sentences.Select(s => s.Text)]);
    }
}
