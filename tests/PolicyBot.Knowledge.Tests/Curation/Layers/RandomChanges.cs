using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Knowledge.Tests.Curation.Layers;

/// <summary>Creates changes at random; most apply to the set, some don't.</summary>
internal static class RandomChanges
{
    /// <summary>Creates changes with the numbers from 1.</summary>
    public static IReadOnlyList<NumberedChange> Create(KnowledgeSet set, int count, Random random)
    {
        var ids = set.Questions.Concat<Entry>(set.Unanswerable).Select(e => e.Id).ToList();
        var phrasings = set.Questions.Concat<Entry>(set.Unanswerable).SelectMany(e => e.Phrasings).ToList();
        return [.. Enumerable.Range(1, count).Select(n => new NumberedChange(n, CreateOne(n)))];

        SetChange CreateOne(int number)
        {
            var id = Pick(ids);
            switch (random.Next(8))
            {
                case 0 or 1:
                    return new SetChange.AddPhrasing(id, CreateText(number));
                case 2:
                    var entry = set.FindQuestion(id);
                    return new SetChange.RemovePhrasing(
                        id, entry is { Phrasings.Count: > 0 } ? Pick(entry.Phrasings) : Pick(phrasings));
                case 3:
                    ids.Add($"added-{number}");
                    return new SetChange.AddQuestion(
                        $"added-{number}", CreateText(number), CreatePhrasings(number), CreateAnswer());
                case 4:
                    return new SetChange.EditQuestion(id, CreateText(number), CreateAnswer());
                case 5:
                    ids.Add($"unanswerable-{number}");
                    return new SetChange.AddUnanswerable(
                        $"unanswerable-{number}", CreateText(number), CreatePhrasings(number), PickSentence());
                case 6:
                    ids.Add($"server-{number}");
                    return new SetChange.AddServerQuestion(
                        $"server-{number}",
                        CreateText(number),
                        CreatePhrasings(number),
                        $"Answer number {number}.\nAnd: more # of it",
                        random.Next(2) == 0 ? null : $"Rule {number}",
                        random.Next(2) == 0 ? null : "https://example.org/rules");
                default:
                    return new SetChange.Retire(id);
            }
        }

        string CreateText(int number) => random.Next(6) == 0
            ? Pick(phrasings)
            : $"{Pick(phrasings).TrimEnd('?')[..^random.Next(3)]} {Pick(["then", "really", "number"])} {number}?";

        string[] CreatePhrasings(int number) =>
            [.. Enumerable.Range(0, random.Next(3)).Select(i => CreateText((1000 * number) + i))];

        ChangedSentence[] CreateAnswer() =>
        [
            .. Enumerable.Range(0, random.Next(1, 3)).Select(_ => PickSentence()).Distinct()
                .Select(s => new ChangedSentence(s, [random.Next(10) == 0 ? s + " x" : s])),
        ];

        string PickSentence() => Pick([.. set.Article.Sentences.Select(s => s.Text).Where(s => s.Length < 1000)]);

        T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
    }
}
