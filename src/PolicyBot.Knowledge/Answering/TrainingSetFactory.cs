using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>What of a curated set the matcher is trained from: question entries first, then unanswered ones.</summary>
internal static class TrainingSetFactory
{
    public static TrainingSet From(KnowledgeSet set) =>
        From(set, set.Questions.Concat<Entry>(set.Unanswerable).Select(e => (IReadOnlyList<string>)[e.Question, .. e.Phrasings]));

    public static TrainingSet From(KnowledgeSet set, IEnumerable<IReadOnlyList<string>> phrasings)
    {
        var names = new List<NameGroup>();
        foreach (var person in set.People) names.Add(new NameGroup(person.Id, TokenKind.Name, "person", [person.Name, .. person.Also]));
        foreach (var organisation in set.Organisations) names.Add(new NameGroup(organisation.Id, TokenKind.Name, "organisation", [organisation.Name, .. organisation.Also]));
        foreach (var synonym in set.Synonyms) names.Add(new NameGroup(synonym.Word, TokenKind.Synonym, null, [synonym.Word, .. synonym.Also]));
        foreach (var absent in set.Absent) names.Add(new NameGroup(absent.Kind, TokenKind.Absent, absent.Kind, absent.Names));
        return new TrainingSet([.. phrasings], names, [.. set.Article.Sentences.Select(s => s.Text)]);
    }
}
