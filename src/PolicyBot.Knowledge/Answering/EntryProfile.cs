using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The words and names that an entry itself uses: in its phrasings, its answer and its evidence.</summary>
internal sealed class EntryProfile
{
    private static readonly HashSet<ulong> Asks = [.. EnglishWords.Interrogatives.Where(w => w is not ("what" or "which")).Concat(EnglishWords.Negations).Select(w => Stems.KeyOf(w))];

    private readonly HashSet<ulong> keys = [];
    private readonly HashSet<ulong> asks = [];

    public EntryProfile(Entry entry, Vocabulary vocabulary)
    {
        var reader = new QuestionWords();
        Learn(entry.Question, true);
        foreach (var phrasing in entry.Phrasings) Learn(phrasing, true);
        if (entry is not QuestionEntry question) return;
        foreach (var statement in question.Answer)
        {
            Learn(statement.Text, false);
            foreach (var passage in statement.Evidence) Learn(passage.Text, false);
        }

        void Learn(string text, bool inPhrasing)
        {
            reader.Read(text);
            vocabulary.Resolve(reader);
            foreach (var token in reader.Tokens)
            {
                keys.Add(token.Key);
                if (inPhrasing) asks.Add(token.Key);
            }
        }
    }

    /// <summary>Whether a word asks for a kind of thing, or denies, as no phrasing of the entry does.</summary>
    public bool IsForeignAsk(ulong key) => Asks.Contains(key) && !asks.Contains(key);

    /// <summary>Whether the entry uses the word or name.</summary>
    public bool Uses(ulong key) => keys.Contains(key);
}
