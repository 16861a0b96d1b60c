using FuzzySharp;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>
/// Warns about phrasings of two entries that are nearly the same: a question must lead to one entry. Word order is
/// ignored; stems and letters are compared.
/// </summary>
internal sealed class NearDuplicatesRule : IQualityRule
{
    private const int MinRatio = 95;

    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        var asked = Read(set);
        var found = new SortedDictionary<int, int>();
        FindSameStems(asked, found);
        FindSimilarLetters(asked, found);
        foreach (var (later, earlier) in found) yield return Create(set, asked[later], asked[earlier]);
    }

    private static List<Asked> Read(KnowledgeSet set)
    {
        var all = new List<Asked>();
        var reader = new QuestionTokenizer();
        foreach (var entry in set.Questions.Concat<Entry>(set.Unanswerable))
        {
            all.Add(Asked.Create(entry, -1, reader));
            for (var i = 0; i < entry.Phrasings.Count; i++) all.Add(Asked.Create(entry, i, reader));
        }

        return all;
    }

    private static void FindSameStems(List<Asked> asked, SortedDictionary<int, int> found)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < asked.Count; i++)
        {
            if (asked[i].Stems.Length == 0 || first.TryAdd(asked[i].Stems, i)) continue;
            if (asked[first[asked[i].Stems]].Entry != asked[i].Entry) found[i] = first[asked[i].Stems];
        }
    }

    // Only texts of similar length and letters are compared: no others can reach the ratio.
    private static void FindSimilarLetters(List<Asked> asked, SortedDictionary<int, int> found)
    {
        int[] byLength = [.. Enumerable.Range(0, asked.Count).OrderBy(i => asked[i].Sorted.Length)];
        for (var a = 0; a < byLength.Length; a++)
        {
            var left = asked[byLength[a]];
            for (var b = a + 1; b < byLength.Length; b++)
            {
                var right = asked[byLength[b]];
                var most = (left.Sorted.Length + right.Sorted.Length) * (100 - MinRatio + 0.5) / 100;
                if (right.Sorted.Length - left.Sorted.Length > most) break;
                if (left.Letters.GetDifference(right.Letters) > most || left.Entry == right.Entry) continue;
                if (left.Counts.GetDifference(right.Counts) > most) continue;
                if (Fuzz.Ratio(left.Sorted, right.Sorted) < MinRatio) continue;
                var (earlier, later) = (Math.Min(byLength[a], byLength[b]), Math.Max(byLength[a], byLength[b]));
                found.TryAdd(later, earlier);
            }
        }
    }

    private static Diagnostic Create(KnowledgeSet set, Asked later, Asked earlier)
    {
        var (here, there) = (later.Locate(set), earlier.Locate(set));
        var place = here.File == there.File ? $"on line {there.Line}" : $"on line {there.Line} of {there.File}";
        return Warning.Create(
            here,
            later.Entry.Id,
            $"The phrasing {DiagnosticText.Quote(later.Text)} is nearly the same as "
            + $"{DiagnosticText.Quote(earlier.Text)} of “{earlier.Entry.Id}”, {place}.",
            "Keep one of the two, or reword them so that they ask different things.");
    }

    /// <summary>A phrasing, or the question if the index is negative, prepared for comparison.</summary>
    private sealed record Asked(
        Entry Entry, int Index, string Stems, string Sorted, LetterSet Letters, LetterCounts Counts)
    {
        public string Text => Index < 0 ? Entry.Question : Entry.Phrasings[Index];

        public static Asked Create(Entry entry, int index, QuestionTokenizer reader)
        {
            reader.Read(index < 0 ? entry.Question : entry.Phrasings[index]);
            var words = new List<string>();
            foreach (var token in reader.Tokens) words.Add(reader.GetText(token).ToString());
            words.Sort(StringComparer.Ordinal);
            var stems = words.Select(w => Matching.Text.Stems.GetKey(w)).Order();
            var sorted = string.Join(' ', words);
            return new Asked(
                entry, index, string.Join(' ', stems), sorted, new LetterSet(sorted), new LetterCounts(sorted));
        }

        public Location Locate(KnowledgeSet set) =>
            Index < 0 ? set.Locations.GetQuestion(Entry) : set.Locations.GetPhrasing(Entry, Index);
    }
}
