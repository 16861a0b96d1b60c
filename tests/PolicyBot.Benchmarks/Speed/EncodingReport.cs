using System.Diagnostics;
using System.Globalization;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>Time and bytes the sentence encoder takes for a question of the shipped set, on one thread.</summary>
internal static class EncodingReport
{
    private const int QuestionCount = 500;
    private const int Rounds = 4;

    public static int Run(TextWriter output)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");
        if (!File.Exists(path))
        {
            Console.Error.WriteLine("There is no sentence-encoder.bin; build without -p:SentenceEncoder=false.");
            return 1;
        }

        var start = Stopwatch.GetTimestamp();
        var file = File.ReadAllBytes(path);
        Line(output, $"file read            {Milliseconds(start),7:F2} ms");
        start = Stopwatch.GetTimestamp();
        var encoder = SentenceEncoder.Load(file);
        Line(output, $"encoder loaded       {Milliseconds(start),7:F2} ms");
        start = Stopwatch.GetTimestamp();
        var text = new EmbeddingBuffer();
        encoder.Encode("Who signed the letter?", text);
        Line(output, $"very first question  {Milliseconds(start),7:F2} ms");

        var questions = FindQuestions();
        Measure(encoder, text, questions, output, "first round         ");
        for (var i = 2; i < Rounds; i++) Measure(encoder, text, questions, TextWriter.Null, "");
        Measure(encoder, text, questions, output, $"round {Rounds}             ");
        return 0;
    }

    private static string[] FindQuestions()
    {
        var set = ShippedSet.Load();
        string[] all = [.. set.Questions.Concat<Entry>(set.Unanswerable).SelectMany(e => e.Phrasings)];
        return [.. Enumerable.Range(0, QuestionCount).Select(i => all[(int)((long)i * all.Length / QuestionCount)])];
    }

    private static void Measure(
        SentenceEncoder encoder, EmbeddingBuffer text, string[] questions, TextWriter output, string name)
    {
        var times = new double[questions.Length];
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < questions.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            encoder.Encode(questions[i], text);
            times[i] = Milliseconds(start);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(times);
        var bytes = allocated / times.Length;
        var mean = times.Average();
        Line(output, $"{name} p50 {At(0.5):F2} ms, p99 {At(0.99):F2} ms, mean {mean:F2} ms, {bytes} B a question");

        double At(double share) => times[(int)(share * (times.Length - 1))];
    }

    private static double Milliseconds(long start) => Stopwatch.GetElapsedTime(start).TotalMilliseconds;

    private static void Line(TextWriter output, FormattableString line) =>
        output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
