using System.Globalization;
using BenchmarkDotNet.Running;
using PolicyBot.Benchmarks.Accuracy;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Connection;
using PolicyBot.Benchmarks.Fitting;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Knowledge.Encoding;

return args switch
{
    ["accuracy", .. var rest] => AccuracyOptions.Parse(rest) is { } options ? AccuracyReport.Run(options, Console.Out) : Usage(),
    ["clinc", var folder] => ClincReport.Run(folder, FindEncoder(), Console.Out),
    ["encode"] => EncodingReport.Run(Console.Out),
    ["fit", var root] => FitReport.Run(root, Console.Out),
    ["vectors", var root] => ShippedVectors.Write(root, Console.Out),
    ["speed", .. var rest] => RunSpeed(rest),
    ["discord", var executable, .. var parts] => await ConnectionReport.RunAsync(executable, parts, Console.Out),
    ["daily", var executable, .. var rest] => await DailyReport.RunAsync(executable, rest is [var count, ..] ? int.Parse(count, CultureInfo.InvariantCulture) : 10_000, rest.ElementAtOrDefault(1), Console.Out),
    _ => Usage(),
};

static int RunSpeed(string[] rest)
{
    BenchmarkSwitcher.FromTypes([typeof(QuestionBenchmarks), typeof(TrainingBenchmarks)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Usage:
          accuracy [FOLDER…] [--half tuning|held] [--clinc FOLDER]   accuracy on the evaluation questions, of further articles and on CLINC150
          clinc FOLDER                                               accuracy on CLINC150, with all variants
          encode                                                     time of the sentence encoder
          fit REPOSITORY                                             fits the confidence models
          vectors REPOSITORY                                         writes the vectors that ship with the article
          speed [BenchmarkDotNet options]                            time of questions and training
          discord PROGRAM [both] [start|memory|latency|throughput|skipping]   the published program on a stand-in Discord
          daily PROGRAM [COUNT [CONNECTION STRING]]                  daily posts due at once
        """);
    return 2;
}

static SentenceEncoder? FindEncoder()
{
    var path = Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");
    return File.Exists(path) ? SentenceEncoder.Load(File.ReadAllBytes(path)) : null;
}
