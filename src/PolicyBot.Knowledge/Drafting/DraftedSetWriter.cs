using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Pages;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Writes a drafted set as knowledge.yaml.</summary>
internal sealed class DraftedSetWriter
{
    private const int MaxShownRemoved = 200;

    private const string Header = """
        The draft of a curated set, made by rules from the article next to it. Go through it:
        - Each “review:” marks something to check. Correct or delete the entry, then remove the line “review”.
        - Questions without a mark were made by rules, too. Delete those that no reader asks, and add phrasings.
        - check lists the marks and every error. The guide: config/README.md.
        """;

    private readonly CommentedYaml _yaml = new();

    private DraftedSetWriter()
    {
    }

    /// <summary>Writes the set, and what was removed from the page as comments.</summary>
    public static string Write(Article article, DraftedSet set, IReadOnlyList<RemovedBlock> removed)
    {
        var writer = new DraftedSetWriter();
        writer._yaml.Comment(Header);
        writer.WriteNames(set.Names);
        writer.WriteQuotes(set.Quotes);
        writer.WriteSummary(set.Summary);
        writer.WriteQuestions(article, set.Questions);
        writer.WriteUnanswerable(set.Unanswerable);
        writer.WriteRemoved(removed);
        return writer._yaml.ToString();
    }

    private void WriteNames(DraftedNames names)
    {
        foreach (var (key, all) in new[] { ("people", names.People), ("organisations", names.Organisations) })
        {
            if (all.Count == 0) continue;
            _yaml.Space();
            _yaml.Comment(key == "people"
                ? "The people that the article names, with their roles in its own words."
                : "The organisations that the article names.");
            _yaml.Key(key);
            foreach (var name in all)
            {
                _yaml.Text("id", name.Id, 4, isFirst: true);
                _yaml.Text("name", name.Name, 4);
                _yaml.Text("role", name.Role, 4);
                _yaml.Text("evidence", name.Evidence, 4);
                if (name.Also.Count > 0) _yaml.List("also", name.Also, 4);
                WriteReview(name.Review, 4);
            }
        }
    }

    private void WriteQuotes(IReadOnlyList<DraftedQuote> quotes)
    {
        if (quotes.Count == 0) return;
        _yaml.Space();
        _yaml.Comment("What the article has in quotation marks.");
        _yaml.Key("quotes");
        foreach (var quote in quotes)
        {
            _yaml.Text("id", quote.Id, 4, isFirst: true);
            _yaml.Text("text", quote.Passage.Text, 4);
            if (quote.Context is { } context) _yaml.Text("context", context, 4);
            _yaml.Text("speaker", quote.Speaker, 4);
            _yaml.List("topics", ["quotes"], 4);
            WriteReview(quote.Review, 4);
        }
    }

    private void WriteSummary(DraftedSummary summary)
    {
        _yaml.Space();
        _yaml.Comment("The article's leading sentences. Write shorter ones that say what matters.");
        _yaml.Key("summary");
        _yaml.Key("line", 2);
        _yaml.Text("text", summary.Line.Text, 4);
        _yaml.Text("evidence", summary.Line.Text, 4);
        WriteReview(summary.Line.Review, 4);
        foreach (var (key, sentences) in new[] { ("short", summary.Short), ("points", summary.Points) })
        {
            _yaml.Key(key, 2);
            foreach (var sentence in sentences)
            {
                _yaml.Text("text", sentence, 6, isFirst: true);
                _yaml.Text("evidence", sentence, 6);
            }
        }
    }

    private void WriteQuestions(Article article, IReadOnlyList<DraftedQuestion> questions)
    {
        _yaml.Space();
        _yaml.Comment(
            "A question for each name and each sentence. The answers are the article's own words: shorten them.");
        _yaml.Key("questions");
        foreach (var question in questions)
        {
            _yaml.Text("id", question.Id, 4, isFirst: true);
            _yaml.Text("question", question.Question, 4);
            _yaml.Key("answer", 4);
            foreach (var (text, evidence) in question.Answer)
            {
                _yaml.Text("text", text, 8, isFirst: true);
                _yaml.Text("evidence", evidence, 8);
            }

            var figures = article.Sentences.Where(s => question.Answer.Any(a => a.Evidence == s.Text))
                .SelectMany(s => FigureFinder.Find(s)).Select(f => f.Passage.Text).ToList();
            if (figures.Count > 0) _yaml.Comment("dates and figures: " + string.Join(" · ", figures), 4);
            _yaml.List("topics", [question.Topic], 4);
            WriteReview(question.Review, 4);
            _yaml.Block("phrasings", question.Phrasings, 4);
        }
    }

    private void WriteUnanswerable(IReadOnlyList<DraftedQuestion> questions)
    {
        if (questions.Count == 0) return;
        _yaml.Space();
        _yaml.Comment("What readers may ask and the article probably doesn't answer.");
        _yaml.Key("unanswered");
        foreach (var question in questions)
        {
            _yaml.Text("id", question.Id, 4, isFirst: true);
            _yaml.Text("question", question.Question, 4);
            _yaml.Text("nearest", question.Answer[0].Evidence, 4);
            WriteReview(question.Review, 4);
            _yaml.Block("phrasings", question.Phrasings, 4);
        }
    }

    private void WriteRemoved(IReadOnlyList<RemovedBlock> removed)
    {
        if (removed.Count == 0) return;
        _yaml.Space();
        _yaml.Comment("Removed from the page. If any of it belongs to the article, add it to article.md.");
        foreach (var block in removed)
        {
            var isShort = block.Text.Length <= MaxShownRemoved;
            var text = isShort ? block.Text : WholeCharacters.Truncate(block.Text, MaxShownRemoved) + "…";
            _yaml.Comment($"- {block.Reason}: {text}");
        }
    }

    private void WriteReview(string? review, int indent)
    {
        if (review is not null) _yaml.Text("review", review, indent);
    }
}
