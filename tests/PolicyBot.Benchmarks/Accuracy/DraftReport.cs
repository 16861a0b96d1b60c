using System.Globalization;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Drafting;
using PolicyBot.Knowledge.Drafting.Pages;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.TestUtilities;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>
/// How good the drafts of the articles' pages are, untouched: what they have of the sets that people wrote, and how
/// they answer the evaluation questions.
/// </summary>
internal static class DraftReport
{
    private const string MeatPage = "1906-06-04-message-regarding-meatpacking-plants.md";

    /// <summary>Measures the drafts.</summary>
    /// <param name="source">The folder with the page of the shipped article.</param>
    /// <param name="articles">The folders of further articles, each with its page, set and questions.</param>
    /// <param name="output">Where the figures are written.</param>
    public static int Run(string source, IReadOnlyList<string> articles, TextWriter output)
    {
        try
        {
            var path = Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");
            var vectors = new VectorStore(SentenceEncoder.Load(File.ReadAllBytes(path)));
            var shipped = Directory.GetFiles(source, "*.txt").Single();
            Write(shipped, Path.GetFileName(shipped), EvaluatedSet.LoadShipped(), vectors, output);
            foreach (var folder in articles)
            {
                var html = Path.Combine(folder, "source.html");
                var page = File.Exists(html) ? html : Path.Combine(folder, "source.md");
                // The name that the text has in its repository.
                Write(page, page == html ? "source.html" : MeatPage, EvaluatedSet.Load(folder), vectors, output);
            }

            return 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static void Write(
        string path, string name, EvaluatedSet written, VectorStore vectors, TextWriter output)
    {
        if (PageReader.Read(name, File.ReadAllBytes(path)) is not PageResult.Read(var page))
            throw new InvalidDataException($"{path} has no article.");
        var draft = ArticleDrafter.Create(page);
        var set = ReadSet(written.Set.Name, draft);
        var comparison = DraftComparison.Create(draft, set, written.Set);
        output.WriteLine($"{written.Set.Name}: {draft.Counts}");
        output.WriteLine($"  paragraphs lost: {comparison.LostParagraphs.Count}, clutter: {comparison.Clutter.Count}");
        output.WriteLine($"  quotes found: {Share(comparison.Quotes)}");
        output.WriteLine($"  people found: {Share(comparison.People)}");
        output.WriteLine($"  figures found: {Share(comparison.Figures)}");
        output.WriteLine($"  unmarked quotes: {set.Quotes.Count(q => q.Review is null)}, with a wrong speaker: "
            + comparison.WrongSpeakers.Count);
        var questions = written.Questions.Select(q => Translate(q, written.Set, set)).ToList();
        foreach (var row in EvaluationReport.Run(new Answerer(set, vectors: vectors), questions).Rows)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {row.Name}: {100 * row.Rate.Share:0.0} % ({row.Rate.Count:0} of {row.Rate.Total})"));
        }
    }

    private static string Share(IReadOnlyList<(string Text, bool IsFound)> all)
    {
        var missing = all.Where(a => !a.IsFound).Select(a => a.Text).ToList();
        var shown = missing.Count == 0 ? "" : "; missing: " + string.Join(" | ", missing);
        return $"{all.Count - missing.Count} of {all.Count}{shown}";
    }

    private static KnowledgeSet ReadSet(string name, Draft draft) => KnowledgeReader.Read(
        name,
        new KnowledgeFile("article.md", draft.Article),
        new KnowledgeFile("knowledge.yaml", draft.Knowledge),
        null,
        MarkedEntryHandling.Included) switch
    {
        ReadResult.Valid(var set) => set,
        ReadResult.Invalid(var errors) => throw new InvalidDataException(errors[0].ToString()),
        _ => throw new InvalidOperationException("A reading result of an unknown kind."),
    };

    // The right entries of the draft are those whose evidence overlaps that of the right entries. The titles, and so
    // the positions, may differ.
    private static EvaluationQuestion Translate(EvaluationQuestion question, KnowledgeSet written, KnowledgeSet drafted)
    {
        var shift = drafted.Article.Title.Length - written.Article.Title.Length;
        var passages = question.Passages.Where(p => shift == 0 || p.Span.Start > written.Article.Title.Length)
            .Select(p => p with { Span = new(p.Span.Start + shift, p.Span.End + shift) }).ToList();
        var right = drafted.Questions.Where(q =>
            q.Evidence.Any(e => passages.Any(p => PassageOverlap.IsEnough(e.Span, p.Span))));
        return question with { Passages = passages, Entries = [.. right.Select(q => q.Id)] };
    }
}
