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
        if (FieldReader.Read(node, entry, context.Diagnostics, ["text", "evidence"]) is not { } fields) return null;
        var text = context.Texts.ReadOne(fields["text"], entry, "text", limit);
        var evidence = context.Texts.ReadOneOrMany(fields["evidence"], entry, "evidence", Limits.Evidence);
        var passages = new List<Passage>();
        foreach (var (words, line) in evidence)
        {
            if (context.Passages.Find(words, line, entry, "evidence") is { } passage) passages.Add(passage);
        }

        if (text is null) return null;
        if (evidence.Count > 0 && context.EvidenceNames.FindMissing(text, evidence.Select(e => e.Text)) is { Count: > 0 } missing)
        {
            context.Diagnostics.Add(
                fields["text"]!.Line,
                entry,
                $"The sentence {DiagnosticText.Quote(text)} says {DiagnosticText.QuoteAll(missing)}, which its evidence lacks.",
                new MissingNameAdvice(context.Article).GetFix(missing));
        }

        var statement = new Statement(text, passages);
        context.Locations.Add(statement, fields["text"]!.Line);
        return statement;
    }

    /// <summary>A list of sentences; <paramref name="name"/> names the one at an index.</summary>
    /// <param name="node">The list.</param>
    /// <param name="entry">What diagnostics of the list itself are told of.</param>
    /// <param name="what">The list's key.</param>
    /// <param name="limit">The longest sentence.</param>
    /// <param name="limitInAll">The longest that they may be when joined.</param>
    /// <param name="name">What diagnostics of a sentence are told of, by its index.</param>
    public IReadOnlyList<Statement> ReadMany(Node? node, string entry, string what, int limit, int limitInAll, Func<int, string> name)
    {
        var statements = new List<Statement>();
        if (node is null) return statements;
        if (node.Kind != NodeKind.List || node.Children.Count == 0)
        {
            var found = node.Kind == NodeKind.List ? "An empty list" : node.Describe();
            context.Diagnostics.Add(
                node.Line,
                entry,
                $"{found} stands where the sentences of “{what}” must be.",
                "Write at least one, as “- text:” with “evidence:” below it.");
            return statements;
        }

        for (var i = 0; i < node.Children.Count; i++)
        {
            if (Read(node.Children[i], name(i), limit) is { } statement) statements.Add(statement);
        }

        var length = statements.Sum(s => s.Text.Length + 1) - 1;
        if (length > limitInAll && statements.TrueForAll(s => s.Text.Length <= limit))
        {
            context.Diagnostics.Add(
                node.Line,
                entry,
                $"The sentences of “{what}” have {length} characters in all.",
                $"Shorten them to {limitInAll} at most.");
        }
        return statements;
    }
}
