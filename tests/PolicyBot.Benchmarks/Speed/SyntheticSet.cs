using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>
/// Creates sets of any size from a real one. In each further copy of the entries, words of five letters or more get the
/// copy's number as a suffix, so that it is about other things; short function words stay the same.
/// </summary>
internal static class SyntheticSet
{
    public static KnowledgeSet Grow(KnowledgeSet set, int phrasings)
    {
        var questions = new List<QuestionEntry>();
        var count = 0;
        for (var copy = 0; count < phrasings; copy++)
        {
            foreach (var entry in set.Questions)
            {
                if (count >= phrasings) break;
                string[] kept =
                    [.. entry.Phrasings.Take(Math.Max(1, phrasings - count - 1)).Select(p => Rename(p, copy))];
                questions.Add(
                    entry with
                    {
                        Id = $"{entry.Id}-{copy}",
                        Question = Rename(entry.Question, copy),
                        Phrasings = kept,
                        Related = [],
                    });
                count += kept.Length + 1;
            }
        }

        return set with { Questions = questions, Unanswerable = [] };
    }

    public static string Rename(string text, int copy) =>
        copy == 0
            ? text
            : string.Join(
                ' ', text.Split(' ').Select(w => w.Length < 5 || !char.IsLetter(w[^1]) ? w : w + Letters(copy)));

    private static string Letters(int number)
    {
        var letters = "";
        for (; number > 0; number /= 20) letters += "bcdfghjklmnpqrtvwxyz"[number % 20];
        return letters;
    }
}
