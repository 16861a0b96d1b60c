using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads sentences with their evidence.</summary>
internal sealed class StatementReader(ReadingContext context)
{
    public Statement? Read(Node node, string entry, int limit)
    {
        if (EntryFields.Read(node, entry, context.Diagnostics, ["text", "evidence"], ReadingContext.ReviewKey)
            is not { } fields)
            return null;
        var text = context.Texts.ReadOne(fields["text"], entry, "text", limit);
        var evidence = context.Texts.ReadOneOrMany(fields["evidence"], entry, "evidence", Limits.Evidence);
        var review = context.ReadReview(fields);
        var passages = new List<Passage>();
        foreach (var (words, line) in evidence)
        {
            if (context.Passages.Find(words, line, entry, "evidence") is { } passage) passages.Add(passage);
        }

        if (text is null) return null;
        // What is marked is checked by a person first; without the mark, this is an error again.
        if (evidence.Count > 0 && review is null
            && context.EvidenceNames.FindMissing(text, evidence.Select(e => e.Text)) is { Count: > 0 } missing)
        {
            context.Diagnostics.Add(
                fields["text"]!.Line,
                entry,
                $"The sentence {DiagnosticText.Quote(text)} says {DiagnosticText.QuoteAll(missing)}, "
                + "but its evidence doesn't.",
                new MissingNameAdvice(context.Article).GetFix(missing));
        }

        var statement = new Statement(text, passages)
        {
            Review = review,
            IsWithheld = evidence.Any(e => context.Passages.Evidence.Any(w => w.IsWithheld && w.Text == e.Text)),
        };
        context.Locations.Add(statement, fields["text"]!.Line);
        return statement;
    }

    /// <summary>Reads a list of sentences.</summary>
    /// <param name="node">The list.</param>
    /// <param name="entry">The entry that errors of the list itself refer to.</param>
    /// <param name="what">The list's key.</param>
    /// <param name="limit">The maximum length of a sentence.</param>
    /// <param name="totalLimit">The maximum length of all of them, joined by spaces.</param>
    /// <param name="getEntry">Gets the entry that errors of a sentence refer to, by its index.</param>
    public IReadOnlyList<Statement> ReadMany(
        Node? node, string entry, string what, int limit, int totalLimit, Func<int, string> getEntry)
    {
        var statements = new List<Statement>();
        if (node is null) return statements;
        if (node.Kind != NodeKind.List || node.Children.Count == 0)
        {
            var found = node.Kind == NodeKind.List ? "an empty list" : node.Describe();
            context.Diagnostics.Add(
                node.Line,
                entry,
                $"“{what}” must be a list of sentences, not {found}.",
                "Write at least one, as “- text:” with “evidence:” below it.");
            return statements;
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            if (Read(node.Children[i], getEntry(i), limit) is { } statement) statements.Add(statement);
        }

        var length = statements.Sum(s => s.Text.Length + 1) - 1;
        if (length > totalLimit && statements.TrueForAll(s => s.Text.Length <= limit))
        {
            context.Diagnostics.Add(
                node.Line,
                entry,
                $"The sentences of “{what}” have {length} characters in total.",
                $"Shorten them to at most {totalLimit}.");
        }
        return statements;
    }
}
