using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Language;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>The words of an article that carry its content, and its topics.</summary>
internal sealed class Keywords
{
    private const int MaxTopics = 10;
    private const int MinTopicLength = 4;

    private static readonly HashSet<string> Grammar = [.. EnglishWords.Grammar];

    private readonly List<string> _topics;

    /// <summary>Counts the words of an article.</summary>
    public Keywords(Article article)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in article.Sentences.SelectMany(s => SentenceWords.Read(s)))
        {
            var key = word.Key;
            if (key.Length < MinTopicLength || !IsContent(word) || word.HasDigit
                || Verbs.Find(key) is { Tense: not VerbTense.Base })
                continue;
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        _topics = [.. counts.Where(c => c.Value > 1).OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key, StringComparer.Ordinal).Take(MaxTopics).Select(c => c.Key)];
    }

    /// <summary>Finds the topic of some words: the article's most frequent word among them.</summary>
    public string FindTopic(IReadOnlyList<SentenceWord> words) =>
        _topics.FirstOrDefault(t => words.Any(w => w.Key == t)) ?? "article";

    /// <summary>Picks the rarest content words, in their order.</summary>
    public static IReadOnlyList<string> Pick(IEnumerable<SentenceWord> words, int count)
    {
        var content = words.Where(IsContent).DistinctBy(w => w.Key).ToList();
        var rarest = content.OrderByDescending(GetRarity).Take(count).ToHashSet();
        return [.. content.Where(rarest.Contains).Select(w => w.IsCapitalized ? w.Text.TrimEnd('.') : w.Key)];
    }

    /// <summary>Whether a word carries content.</summary>
    public static bool IsContent(SentenceWord word) =>
        word.Key.Length > 1 && !Grammar.Contains(word.Key) && !Verbs.Auxiliaries.Contains(word.Key);

    private static int GetRarity(SentenceWord word)
    {
        if (word.HasDigit) return int.MaxValue;
        var rank = EnglishLexicon.GetRank(word.Key);
        return rank < 0 ? int.MaxValue - 1 : rank;
    }
}
