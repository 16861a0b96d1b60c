using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>Writes the entries of changes as the nodes that knowledge.yaml would have.</summary>
/// <param name="line">The line of the nodes: the number of the change.</param>
internal sealed class ChangeNodes(int line)
{
    public Node CreateText(string text) => new(NodeKind.Text, line, text);

    /// <summary>Creates an entry with an id, a question and phrasings.</summary>
    public Node CreateAsked(string id, string question, IReadOnlyList<string> phrasings)
    {
        var entry = new Node(NodeKind.Map, line);
        AddText(entry, "id", id);
        AddText(entry, "question", question);
        Add(entry, "phrasings", CreateList(phrasings));
        return entry;
    }

    public void AddText(Node entry, string key, string text) => Add(entry, key, CreateText(text));

    /// <summary>Adds an answer that rests on the article, and the topic of added questions.</summary>
    public void AddAnswer(Node entry, IReadOnlyList<ChangedSentence> answer)
    {
        var sentences = new Node(NodeKind.List, line);
        foreach (var (text, evidence) in answer)
        {
            var sentence = new Node(NodeKind.Map, line);
            AddText(sentence, "text", text);
            Add(sentence, "evidence", CreateList(evidence));
            sentences.Add(sentence);
        }

        Add(entry, "answer", sentences);
        Add(entry, "topics", CreateList([LayeredSet.AddedTopic]));
    }

    private Node CreateList(IReadOnlyList<string> texts)
    {
        var list = new Node(NodeKind.List, line);
        foreach (var text in texts) list.Add(CreateText(text));
        return list;
    }

    private void Add(Node entry, string key, Node value)
    {
        entry.Add(CreateText(key));
        entry.Add(value);
    }
}
