using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The words and names that an entry itself uses: in its phrasings, its answer and its evidence.</summary>
internal sealed class EntryProfile
{
    private readonly HashSet<ulong> keys = [];

    public EntryProfile(Entry entry, Vocabulary vocabulary, QuestionWords reader)
    {
        Learn(entry.Question);
        foreach (var phrasing in entry.Phrasings) Learn(phrasing);
        if (entry is not QuestionEntry question) return;
        foreach (var statement in question.Answer)
        {
            Learn(statement.Text);
            foreach (var passage in statement.Evidence) Learn(passage.Text);
        }

        void Learn(string text)
        {
            reader.Read(text);
            vocabulary.Resolve(reader);
            foreach (var token in reader.Tokens) keys.Add(token.Key);
        }
    }

    /// <summary>Whether the entry uses the word, or one of the same thesaurus group.</summary>
    public bool Uses(ulong key)
    {
        if (keys.Contains(key)) return true;
        foreach (var group in EnglishThesaurus.GroupsOf(key))
        {
            if (keys.Contains(group)) return true;
        }

        return false;
    }

    /// <summary>Whether the entry uses this very word or name.</summary>
    public bool Names(ulong key) => keys.Contains(key);
}
