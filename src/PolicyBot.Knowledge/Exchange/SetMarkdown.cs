using System.Buffers;
using System.Text;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Writes a set as Markdown for a web page: summary, questions by topic with evidence, and quotes.</summary>
internal sealed class SetMarkdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#|&~$");

    private readonly StringBuilder _text = new();

    private SetMarkdown()
    {
    }

    /// <summary>Creates the page; every text of the set is escaped.</summary>
    public static string Create(KnowledgeSet set)
    {
        var page = new SetMarkdown();
        page.WriteHead(set);
        page.WriteQuestions(set.Questions);
        page.WriteUnanswerable(set.Unanswerable);
        page.WriteQuotes(set.Quotes);
        return page._text.ToString();
    }

    private void WriteHead(KnowledgeSet set)
    {
        var article = set.Article;
        WriteLine("# " + Escape(article.Title));
        string?[] source = [article.Author, article.Publication, article.Date];
        var known = source.OfType<string>().ToList();
        if (known.Count > 0) WriteLine(Escape(string.Join(", ", known)));
        WriteLine(Escape(string.Join(' ', set.Summary.Short.Select(s => s.Text))));
        foreach (var point in set.Summary.Points) _text.Append("- ").Append(Escape(point.Text)).Append('\n');
        _text.Append('\n');
    }

    private void WriteQuestions(IReadOnlyList<QuestionEntry> questions)
    {
        foreach (var topic in questions.GroupBy(q => q.Topics[0], StringComparer.Ordinal))
        {
            WriteLine("## " + Escape(topic.Key));
            foreach (var entry in topic)
            {
                WriteLine("### " + Escape(entry.Question));
                WriteLine(Escape(entry.AnswerText));
                if (entry.Source is { } source) WriteSource(source);
                else WriteQuotations(entry.Evidence.Select(e => e.Text));
            }
        }
    }

    private void WriteSource(ServerSource source)
    {
        string[] parts = [.. new[] { source.Text, source.Url }.OfType<string>().Select(Escape)];
        WriteLine("Source: " + string.Join(", ", parts));
    }

    private void WriteUnanswerable(IReadOnlyList<UnanswerableEntry> entries)
    {
        if (entries.Count == 0) return;
        WriteLine("## What the article doesn't say");
        foreach (var entry in entries) _text.Append("- ").Append(Escape(entry.Question)).Append('\n');
        _text.Append('\n');
    }

    private void WriteQuotes(IReadOnlyList<Quote> quotes)
    {
        if (quotes.Count == 0) return;
        WriteLine("## Quotes");
        foreach (var quote in quotes)
        {
            _text.Append("> ").Append(Escape(quote.Passage.Text)).Append("\n>\n> — ");
            WriteLine(Escape(quote.Speaker));
        }
    }

    private void WriteQuotations(IEnumerable<string> texts) =>
        WriteLine(string.Join("\n>\n", texts.Select(t => "> " + Escape(t))));

    private void WriteLine(string text) => _text.Append(text).Append("\n\n");

    // A line break in a text is a space, so that a heading or a list item stays one.
    private static string Escape(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var escaped = new StringBuilder(line.Length + 16);
        // At the start, these make a list or a heading; a number does with the character after it.
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var isNumber = digits > 0 && line[digits] is '.' or ')';
        var mark = isNumber ? digits : line[0] is '+' or '-' or '=' or ':' ? 0 : -1;
        for (var i = 0; i < line.Length; i++)
        {
            if (i == mark || Special.Contains(line[i])) escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }
}
