using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The words of a set's answers and their evidence.</summary>
internal static class AnswerWords
{
    /// <summary>Reads the answers.</summary>
    /// <param name="set">The set.</param>
    /// <param name="vocabulary">Its vocabulary, which reads some words as others.</param>
    public static HashIndex From(KnowledgeSet set, Vocabulary vocabulary)
    {
        var words = new HashIndex();
        var reader = new QuestionTokenizer();
        foreach (var question in set.Questions)
        {
            foreach (var sentence in question.Answer)
            {
                Add(sentence.Text);
                foreach (var passage in sentence.Evidence) Add(passage.Text);
            }
        }

        return words;

        void Add(string text)
        {
            reader.Read(text);
            Vocabulary.SetKeys(reader);
            AddKeys();
            vocabulary.Resolve(reader);
            AddKeys();
        }

        void AddKeys()
        {
            foreach (ref readonly var token in reader.Tokens) words.Add(token.Key);
        }
    }
}
