using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Fitting;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Benchmarks.Accuracy;

/// <summary>
/// How well the bot answers one half of all evaluation questions: on the shipped set, on the same with few phrasings,
/// on further articles, and on CLINC150. Of questions only totals are written.
/// </summary>
internal static class AccuracyReport
{
    private const int FewPhrasings = 5;

    // So that all is done in a few minutes; the verb clinc scans for every question.
    private const int ScanEvery = 20;

    // Other draws than those that the confidence models are fitted on.
    private static readonly int[] Draws = [10, 11, 12];

    public static int Run(AccuracyOptions options, TextWriter output)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");
        if (!File.Exists(path))
        {
            Console.Error.WriteLine("There is no sentence-encoder.bin; build without -p:SentenceEncoder=false.");
            return 1;
        }

        try
        {
            var encoder = SentenceEncoder.Load(File.ReadAllBytes(path));
            Write(options, encoder, output);
            return options.Clinc is null ? 0 : WriteClinc(options.Clinc, encoder, output);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static void Write(AccuracyOptions options, SentenceEncoder encoder, TextWriter output)
    {
        var vectors = new VectorStore(encoder);
        var shipped = EvaluatedSet.LoadShipped();
        var columns = new List<AccuracyColumn>
        {
            AccuracyColumn.Measure("shipped", [shipped], options.Half, vectors),
            AccuracyColumn.Measure($"shipped, {FewPhrasings} phrasings", [.. Draws.Select(d => Cut(shipped, d))],
                options.Half, vectors),
        };
        var articles = options.Articles.Select(EvaluatedSet.Load)
            .Select(a => AccuracyColumn.Measure(a.Set.Name, [a], options.Half, vectors)).ToList();
        columns.AddRange(articles);
        if (articles.Count > 1) columns.Add(AccuracyColumn.Join("these together", articles));

        var half = options.Half == EvaluationHalf.Held ? "held" : "tuning";
        output.WriteLine($"The {half} half; sentence encoder {encoder.Fingerprint}.");
        output.WriteLine();
        AccuracyTable.Write(columns, output);
        output.WriteLine();
        output.WriteLine("Thresholds:");
        foreach (var column in columns) output.WriteLine($"- {column.Name}: {column.Thresholds}");
        output.Flush();
    }

    // A person who writes few phrasings does not choose thresholds either.
    private static EvaluatedSet Cut(EvaluatedSet full, int draw) =>
        full with { Set = SetCutter.Cut(full.Set, FewPhrasings, draw).Set with { Thresholds = null } };

    private static int WriteClinc(string folder, SentenceEncoder encoder, TextWriter output)
    {
        output.WriteLine();
        return ClincReport.Run(folder, encoder, output, ScanEvery);
    }
}
