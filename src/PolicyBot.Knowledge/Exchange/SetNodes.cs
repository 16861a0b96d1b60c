using PolicyBot.Knowledge.Curation.Yaml;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Writes entries as the nodes that knowledge.yaml would have, with their rows as lines.</summary>
internal static class SetNodes
{
    /// <summary>Creates the root.</summary>
    /// <param name="entries">The entries, in order.</param>
    public static Node Create(IReadOnlyList<EntryRows> entries)
    {
        var root = new Node(NodeKind.Map, 1);
        foreach (var (kind, key) in EntryKind.All)
        {
            var ofKind = entries.Where(e => e.Kind == kind).ToList();
            if (ofKind.Count == 0) continue;
            var part = kind switch
            {
                EntryKind.Summary => CreateSummary(ofKind),
                EntryKind.Threshold => CreateThresholds(ofKind),
                _ => CreateList(ofKind),
            };
            AddKey(root, key, ofKind[0].Number, part);
        }

        return root;
    }

    private static Node CreateList(List<EntryRows> entries)
    {
        var list = new Node(NodeKind.List, entries[0].Number);
        foreach (var entry in entries) list.Add(CreateEntry(entry));
        return list;
    }

    private static Node CreateEntry(EntryRows entry)
    {
        var node = new Node(NodeKind.Map, entry.Number);
        switch (entry.Kind)
        {
            case EntryKind.Question:
                AddText(node, "id", entry, TableColumn.Id);
                AddText(node, "question", entry, TableColumn.Question);
                AddKey(node, "answer", entry.Number, CreateStatements(entry));
                AddList(node, "topics", entry, TableColumn.Topics);
                AddList(node, "related", entry, TableColumn.Related);
                AddList(node, "phrasings", entry, TableColumn.Phrasings);
                break;
            case EntryKind.Unanswered:
                AddText(node, "id", entry, TableColumn.Id);
                AddText(node, "question", entry, TableColumn.Question);
                AddOnly(node, "nearest", entry);
                AddList(node, "phrasings", entry, TableColumn.Phrasings);
                break;
            case EntryKind.Person or EntryKind.Organisation:
                AddText(node, "id", entry, TableColumn.Id);
                AddText(node, "name", entry, TableColumn.Name);
                AddText(node, "role", entry, TableColumn.Role);
                AddOnly(node, "evidence", entry);
                AddList(node, "also", entry, TableColumn.Also);
                break;
            case EntryKind.Synonym:
                AddText(node, "word", entry, TableColumn.Name);
                AddList(node, "also", entry, TableColumn.Also);
                break;
            case EntryKind.Absent:
                AddText(node, "kind", entry, TableColumn.Name);
                AddList(node, "names", entry, TableColumn.Also);
                break;
            case EntryKind.Quote:
                AddText(node, "id", entry, TableColumn.Id);
                AddOnly(node, "text", entry);
                if (entry[TableColumn.Context].Length > 0) AddText(node, "context", entry, TableColumn.Context);
                AddText(node, "speaker", entry, TableColumn.Name);
                AddList(node, "topics", entry, TableColumn.Topics);
                break;
        }

        if (entry[TableColumn.Review].Length > 0) AddText(node, "review", entry, TableColumn.Review);
        return node;
    }

    private static Node CreateStatements(EntryRows entry)
    {
        var list = new Node(NodeKind.List, entry.Number);
        for (var i = 0; i < entry.Rows.Count;)
        {
            // The rows without a text have more evidence of the sentence above, or only other lists.
            var end = i + 1;
            while (end < entry.Rows.Count && entry.Rows[end][(int)TableColumn.Answer].Length == 0) end++;
            list.Add(CreateStatement(entry, i, end));
            i = end;
        }

        return list;
    }

    private static Node CreateStatement(EntryRows entry, int first, int end)
    {
        var line = entry.Numbers[first];
        var statement = new Node(NodeKind.Map, line);
        var evidence = new Node(NodeKind.List, line);
        for (var row = first; row < end; row++)
        {
            foreach (var text in TableCells.Split(entry.Rows[row][(int)TableColumn.Evidence]))
                evidence.Add(new Node(NodeKind.Text, entry.Numbers[row], text));
        }

        AddKey(statement, "text", line, new Node(NodeKind.Text, line, entry.Rows[first][(int)TableColumn.Answer]));
        AddKey(statement, "evidence", line, evidence);
        var review = entry.Rows[first][(int)TableColumn.AnswerReview];
        if (review.Length > 0) AddKey(statement, "review", line, new Node(NodeKind.Text, line, review));
        return statement;
    }

    private static Node CreateSummary(List<EntryRows> entries)
    {
        var summary = new Node(NodeKind.Map, entries[0].Number);
        foreach (var ofLength in entries.GroupBy(e => e[TableColumn.Id], StringComparer.Ordinal))
        {
            var list = new Node(NodeKind.List, ofLength.First().Number);
            foreach (var entry in ofLength) list.Add(CreateStatements(entry).Children[0]);
            AddKey(summary, ofLength.Key, list.Line, ofLength.Key == "line" && ofLength.Count() == 1
                ? list.Children[0]
                : list);
        }

        return summary;
    }

    private static Node CreateThresholds(List<EntryRows> entries)
    {
        var thresholds = new Node(NodeKind.Map, entries[0].Number);
        foreach (var entry in entries) AddText(thresholds, entry[TableColumn.Id], entry, TableColumn.Answer);
        return thresholds;
    }

    private static void AddText(Node node, string key, EntryRows entry, TableColumn column) =>
        AddKey(node, key, entry.Number, new Node(NodeKind.Text, entry.Number, entry[column]));

    // The only item of the evidence; several are an error of the reader.
    private static void AddOnly(Node node, string key, EntryRows entry)
    {
        var items = CreateItems(entry, TableColumn.Evidence);
        AddKey(node, key, entry.Number, items.Children is [var only]
            ? only
            : items.Children.Count == 0 ? new Node(NodeKind.Text, entry.Number) : items);
    }

    private static void AddList(Node node, string key, EntryRows entry, TableColumn column) =>
        AddKey(node, key, entry.Number, CreateItems(entry, column));

    private static Node CreateItems(EntryRows entry, TableColumn column)
    {
        var list = new Node(NodeKind.List, entry.Number);
        for (var row = 0; row < entry.Rows.Count; row++)
        {
            foreach (var text in TableCells.Split(entry.Rows[row][(int)column]))
                list.Add(new Node(NodeKind.Text, entry.Numbers[row], text));
        }

        return list;
    }

    private static void AddKey(Node node, string key, int line, Node value)
    {
        node.Add(new Node(NodeKind.Text, line, key));
        node.Add(value);
    }
}
