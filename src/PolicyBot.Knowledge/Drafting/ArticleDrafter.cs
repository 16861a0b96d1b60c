using System.Text;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Drafting.Pages;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>
/// Drafts an article folder from a page, by rules: nothing in it is anything but the page's own words, the questions
/// aside. What is unsure is marked with <c>review:</c>.
/// </summary>
public static class ArticleDrafter
{
    private const int MaxName = 50;

    /// <summary>Drafts it. The set is valid: an entry that would be an error is left out.</summary>
    /// <param name="page">The page.</param>
    public static Draft Create(Page page)
    {
        var dropped = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var draft = Create(page, dropped);
            var read = KnowledgeReader.Read(
                draft.Name, new KnowledgeFile(SetFileNames.Article, draft.Article),
                new KnowledgeFile(SetFileNames.Knowledge, draft.Knowledge), null, MarkedEntryHandling.Included);
            if (read is not ReadResult.Invalid(var errors)) return draft;
            // Each round drops an entry, so that this ends.
            if (!errors.Select(e => e.Entry).OfType<string>().Where(dropped.Add).Any()) return draft;
        }
    }

    private static Draft Create(Page page, HashSet<string> dropped)
    {
        var body = string.Join("\n\n", page.Paragraphs.Prepend(page.Title));
        var article = new Article(page.Title, page.Author, page.Publication, page.Date, body);
        var set = CreateSet(article, dropped);
        var headline = article.Paragraphs[0].Span;
        var figures = article.Sentences.Where(s => s.Span.Start >= headline.End).SelectMany(s => FigureFinder.Find(s));
        return new Draft(
            CreateName(page.Title),
            WriteArticle(page, body),
            DraftedSetWriter.Write(article, set, page.Removed),
            page,
            [.. figures.Select(f => f.Passage.Text)],
            set.Count(Math.Min(page.Doubts.Count, 1)));
    }

    private static DraftedSet CreateSet(Article article, HashSet<string> dropped)
    {
        var names = NameFinder.Find(article).Without(dropped);
        var quotes = QuotationFinder.Find(article, names).Where(q => !dropped.Contains(q.Id)).ToList();
        var pool = new PhrasingPool();
        var questions = new QuestionDrafter(article, names, pool).Draft();
        var unanswerable = new UnanswerableDrafter(article, names, pool).Draft(quotes);
        return new DraftedSet(
            names,
            quotes,
            DraftedSummary.Create(article),
            [.. questions.Where(q => !dropped.Contains(q.Id))],
            [.. unanswerable.Where(q => !dropped.Contains(q.Id))]);
    }

    private static string WriteArticle(Page page, string body)
    {
        var text = new StringBuilder("---\n");
        Add("title", page.Title);
        Add("author", page.Author);
        Add("publication", page.Publication);
        Add("date", page.Date);
        Add("url", page.Url);
        if (page.Doubts.Count > 0)
            Add("review", WholeCharacters.Truncate(string.Join(' ', page.Doubts), Limits.Name));

        return text.Append("---\n\n").Append(body).Append('\n').ToString();

        void Add(string key, string? value)
        {
            if (value is not null) text.Append(key).Append(": ").Append(value).Append('\n');
        }
    }

    // Letters, digits and hyphens only, so that no title names a path.
    private static string CreateName(string title)
    {
        var name = new PhrasingPool().CreateId([title]);
        if (name.Length <= MaxName) return name;
        var cut = name.LastIndexOf('-', MaxName);
        return name[..(cut < 0 ? MaxName : cut)];
    }
}
