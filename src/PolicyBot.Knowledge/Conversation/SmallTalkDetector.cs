using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Conversation;

/// <summary>Detects messages that consist only of greetings, thanks and questions about the bot.</summary>
internal static class SmallTalkDetector
{
    private const int MaxWords = 24;
    private const string Neutral = "neutral";

    private static readonly Lazy<Dictionary<string, SmallTalkKind?>> Phrases = new(ReadPhrases);
    private static readonly Lazy<int> LongestPhrase =
        new(() => Phrases.Value.Keys.Max(p => p.Count(c => c == ' ') + 1));

    /// <summary>Gets the kind of small talk of a message, or null if it says anything else.</summary>
    /// <param name="message">The message.</param>
    public static SmallTalkKind? Detect(string message)
    {
        var words = MessageTokenizer.Split(message);
        if (words.Count is 0 or > MaxWords) return null;

        // The strongest kind over all ways to cover the words up to here.
        var covered = new (bool IsCovered, SmallTalkKind? Kind)[words.Count + 1];
        covered[0] = (true, null);
        for (var start = 0; start < words.Count; start++)
        {
            if (!covered[start].IsCovered) continue;
            for (var end = start + 1; end <= Math.Min(words.Count, start + LongestPhrase.Value); end++)
            {
                var phrase = string.Join(' ', words.Skip(start).Take(end - start));
                if (!Phrases.Value.TryGetValue(phrase, out var kind)) continue;
                covered[end] = (true, Stronger(Stronger(covered[start].Kind, kind), covered[end].Kind));
            }
        }

        return covered[^1].Kind;
    }

    private static SmallTalkKind? Stronger(SmallTalkKind? first, SmallTalkKind? second) =>
        first is null ? second : second is null ? first : (SmallTalkKind)Math.Max((int)first, (int)second);

    private static Dictionary<string, SmallTalkKind?> ReadPhrases()
    {
        var phrases = new Dictionary<string, SmallTalkKind?>(StringComparer.Ordinal);
        foreach (var (name, values) in WordLists.ReadGroups("small-talk", '|'))
        {
            SmallTalkKind? kind = name switch
            {
                Neutral => null,
                "acknowledgement" => SmallTalkKind.Acknowledgement,
                "thanks" => SmallTalkKind.Thanks,
                "farewell" => SmallTalkKind.Farewell,
                "greeting" => SmallTalkKind.Greeting,
                "about" => SmallTalkKind.AboutTheBot,
                _ => throw new InvalidDataException($"small-talk.txt has an unknown kind, “{name}”."),
            };
            foreach (var value in values) phrases[string.Join(' ', MessageTokenizer.Split(value))] = kind;
        }

        return phrases;
    }
}
