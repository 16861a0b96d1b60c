using System.Globalization;
using BenchmarkDotNet.Running;
using PolicyBot.Benchmarks.Accuracy;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Connection;
using PolicyBot.Benchmarks.Fitting;
using PolicyBot.Benchmarks.Speed;
using PolicyBot.Knowledge.Encoding;

const int DefaultPosts = 10_000;
const int DefaultGuilds = 10_000;
const double DefaultMinutes = 5;

return args switch
{
    ["accuracy", .. var rest] =>
        AccuracyOptions.Parse(rest) is { } options ? AccuracyReport.Run(options, Console.Out) : Usage(),
    ["clinc", var folder] => ClincReport.Run(folder, FindEncoder(), Console.Out),
    ["draft", var source, .. var articles] => DraftReport.Run(source, articles, Console.Out),
    ["effects"] => EffectsReport.Run(Console.Out),
    ["encode"] => EncodingReport.Run(Console.Out),
    ["fit", var root] => FitReport.Run(root, Console.Out),
    ["vectors", var root] => ShippedVectors.Write(root, Console.Out),
    ["speed", .. var rest] => RunSpeed(rest),
    ["discord", var executable, .. var parts] => await ConnectionReport.RunAsync(executable, parts, Console.Out),
    ["daily", var executable] => await DailyReport.RunAsync(executable, DefaultPosts, null, Console.Out),
    ["daily", var executable, var count, .. var rest] => await DailyReport.RunAsync(
        executable, int.Parse(count, CultureInfo.InvariantCulture), rest.FirstOrDefault(), Console.Out),
    ["scale", var executable, var database, .. var rest] => await ScaleReport.RunAsync(
        executable,
        database,
        rest is [var guilds] ? int.Parse(guilds, CultureInfo.InvariantCulture) : DefaultGuilds,
        Console.Out),
    ["soak", var executable] => await SoakReport.RunAsync(executable, DefaultMinutes, Console.Out),
    ["soak", var executable, var minutes] => await SoakReport.RunAsync(
        executable, double.Parse(minutes, CultureInfo.InvariantCulture), Console.Out),
    _ => Usage(),
};

static int RunSpeed(string[] rest)
{
    var switcher = BenchmarkSwitcher.FromTypes(
        [typeof(QuestionBenchmarks), typeof(SeveralArticlesBenchmarks), typeof(TrainingBenchmarks)]);
    switcher.Run(rest.Length == 0 ? ["--filter", "*", "--job", "short"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Usage:
          accuracy [FOLDER…] [--half tuning|held] [--clinc FOLDER]
                                          accuracy on evaluation questions, further articles and CLINC150
          clinc FOLDER                    accuracy on CLINC150, with all variants
          draft SOURCE [FOLDER…]          the drafts of the shipped article's page and of further articles
          effects                         time to apply a server's changes, and to find what they do
          encode                          time of the sentence encoder
          fit REPOSITORY                  fits the confidence models
          vectors REPOSITORY              writes the vectors that ship with the article
          speed [BenchmarkDotNet options] time of questions and training
          discord PROGRAM [both] [PART…]
                                          the published program on a fake Discord; parts are start, first,
                                          memory, latency, commands, throughput, encoder, mentions, skipping
          daily PROGRAM [COUNT [CONNECTION STRING]]
                                          daily posts due at once
          scale PROGRAM CONNECTION STRING [GUILDS]
                                          several processes on an empty PostgreSQL database, one of them killed
          soak PROGRAM [MINUTES]          all at once for a while: questions, floods, lost connections, outages
        """);
    return 2;
}

static SentenceEncoder? FindEncoder()
{
    var path = Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");
    return File.Exists(path) ? SentenceEncoder.Load(File.ReadAllBytes(path)) : null;
}
