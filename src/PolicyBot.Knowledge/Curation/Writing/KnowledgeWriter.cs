using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Curation.Writing;

/// <summary>
/// Writes a set as knowledge.yaml and phrasings.txt. <see cref="Reading.KnowledgeReader"/> reads an equal set from
/// them, without a server's own questions: these are comments at the end, because a file only has answers of the
/// article.
/// </summary>
public sealed class KnowledgeWriter
{
    /// <summary>The maximum number of phrasings of an entry in knowledge.yaml; more go into phrasings.txt.</summary>
    public const int MaxPhrasings = 20;

    private readonly StringBuilder _yaml = new();
    private readonly StringBuilder _phrasings = new();
    private readonly KnowledgeSet _set;

    private KnowledgeWriter(KnowledgeSet set) => _set = set;

    /// <summary>Writes a set.</summary>
    /// <param name="set">The set; valid, with its marked parts.</param>
    /// <param name="comment">The first line of knowledge.yaml, without “#”; one line.</param>
    public static SetFiles Write(KnowledgeSet set, string comment)
    {
        var writer = new KnowledgeWriter(set);
        writer._yaml.Append("# ").Append(comment).Append('\n');
        writer.WriteAll();
        return new SetFiles(
            writer._yaml.ToString(), writer._phrasings.Length == 0 ? null : writer._phrasings.ToString());
    }

    private void WriteAll()
    {
        WritePart("people", _set.People, p => WriteNamed(p.Id, p.Name, p.Role, p.Evidence.Text, p.Also, p.Review));
        WritePart(
            "organisations",
            _set.Organisations,
            o => WriteNamed(o.Id, o.Name, o.Role, o.Evidence.Text, o.Also, o.Review));
        WritePart("synonyms", _set.Synonyms, s => WriteTerms("word", s.Word, "also", s.Also, s.Review));
        WritePart("absent", _set.Absent, a => WriteTerms("kind", a.Kind, "names", a.Names, a.Review));
        WritePart("quotes", _set.Quotes, WriteQuote);
        WriteSummary();
        WritePart("questions", [.. _set.Questions.Where(q => q.Source is null)], WriteQuestion);
        WritePart("unanswered", _set.Unanswerable, WriteUnanswerable);
        if (_set.Thresholds is { } thresholds)
        {
            _yaml.Append(
                CultureInfo.InvariantCulture,
                $"\nthresholds: {{answer: {thresholds.Answer:R}, offer: {thresholds.Offer:R}}}\n");
        }

        WriteServerQuestions();
    }

    private void WriteServerQuestions()
    {
        var questions = _set.Questions.Where(q => q.Source is not null).ToList();
        if (questions.Count == 0) return;
        _yaml.Append("\n# The server's own questions. The article doesn't answer them, so they aren't in this set.\n");
        foreach (var question in questions)
        {
            WriteComment("", question.Question);
            WriteComment("  Answer: ", question.AnswerText);
            WriteComment("  Source: ", question.Source!.Text);
            WriteComment("  Address: ", question.Source.Url);
            foreach (var phrasing in question.Phrasings) WriteComment("  Phrasing: ", phrasing);
        }
    }

    private void WriteComment(string label, string? text)
    {
        // A line break would end the comment.
        if (text is not null) _yaml.Append("# ").Append(label).Append(text.ReplaceLineEndings(" ")).Append('\n');
    }

    private void WritePart<T>(string name, IReadOnlyList<T> entries, Action<T> write)
    {
        if (entries.Count == 0) return;
        _yaml.Append('\n').Append(name).Append(":\n");
        var isFirst = true;
        foreach (var entry in entries)
        {
            // Questions are long, so a blank line separates them.
            if (!isFirst && entry is Entry) _yaml.Append('\n');
            isFirst = false;
            write(entry);
        }
    }

    private void WriteNamed(
        string id, string name, string role, string evidence, IReadOnlyList<string> also, string? review)
    {
        WriteFirst("id", id);
        WriteKey("name", name);
        WriteKey("role", role);
        WriteKey("evidence", evidence);
        WriteList("also", also);
        WriteReview(review);
    }

    private void WriteTerms(string key, string word, string listKey, IReadOnlyList<string> list, string? review)
    {
        WriteFirst(key, word);
        WriteList(listKey, list);
        WriteReview(review);
    }

    private void WriteQuote(Quote quote)
    {
        WriteFirst("id", quote.Id);
        WriteKey("text", quote.Passage.Text);
        if (QuoteContext.Find(_set.Article, quote.Passage) is { } context) WriteKey("context", context);
        WriteKey("speaker", quote.Speaker);
        WriteList("topics", quote.Topics);
        WriteReview(quote.Review);
    }

    private void WriteSummary()
    {
        _yaml.Append("\nsummary:\n  line:\n");
        WriteStatement(_set.Summary.Line, "    ", "    ");
        _yaml.Append("  short:\n");
        foreach (var sentence in _set.Summary.Short) WriteStatement(sentence, "    - ", "      ");
        _yaml.Append("  points:\n");
        foreach (var point in _set.Summary.Points) WriteStatement(point, "    - ", "      ");
    }

    private void WriteQuestion(QuestionEntry entry)
    {
        WriteFirst("id", entry.Id);
        WriteKey("question", entry.Question);
        _yaml.Append("    answer:\n");
        foreach (var sentence in entry.Answer) WriteStatement(sentence, "      - ", "        ");
        WriteList("topics", entry.Topics);
        WriteList("related", entry.Related);
        WriteReview(entry.Review);
        WritePhrasings(entry);
    }

    private void WriteUnanswerable(UnanswerableEntry entry)
    {
        WriteFirst("id", entry.Id);
        WriteKey("question", entry.Question);
        WriteKey("nearest", entry.Nearest.Text);
        WriteReview(entry.Review);
        WritePhrasings(entry);
    }

    private void WriteStatement(Statement statement, string first, string indent)
    {
        _yaml.Append(first).Append("text: ").Append(YamlText.Format(statement.Text)).Append('\n');
        _yaml.Append(indent).Append("evidence:");
        if (statement.Evidence is [var only])
            _yaml.Append(' ').Append(YamlText.Format(only.Text)).Append('\n');
        else
        {
            _yaml.Append('\n');
            foreach (var passage in statement.Evidence)
                _yaml.Append(indent).Append("  - ").Append(YamlText.Format(passage.Text)).Append('\n');
        }

        if (statement.Review is { } review)
            _yaml.Append(indent).Append("review: ").Append(YamlText.Format(review)).Append('\n');
    }

    private void WritePhrasings(Entry entry)
    {
        var phrasings = entry.Phrasings;
        if (phrasings.Count == 0) return;
        // Those of phrasings.txt come after those of knowledge.yaml, and each is a line.
        var fitsLines = phrasings.All(YamlText.FitsBlock);
        var kept = fitsLines ? Math.Min(phrasings.Count, MaxPhrasings) : phrasings.Count;
        _yaml.Append(fitsLines ? "    phrasings: |\n" : "    phrasings:\n");
        foreach (var phrasing in phrasings.Take(kept))
        {
            _yaml.Append(fitsLines ? "      " : "      - ").Append(fitsLines ? phrasing : YamlText.Format(phrasing))
                .Append('\n');
        }

        foreach (var phrasing in phrasings.Skip(kept))
            _phrasings.Append(entry.Id).Append('\t').Append(phrasing).Append('\n');
    }

    private void WriteFirst(string key, string text) =>
        _yaml.Append("  - ").Append(key).Append(": ").Append(YamlText.Format(text)).Append('\n');

    private void WriteKey(string key, string text) =>
        _yaml.Append("    ").Append(key).Append(": ").Append(YamlText.Format(text)).Append('\n');

    private void WriteList(string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
            _yaml.Append("    ").Append(key).Append(": ").Append(YamlText.FormatList(texts)).Append('\n');
    }

    private void WriteReview(string? review)
    {
        if (review is not null) WriteKey("review", review);
    }
}
