using System.Globalization;
using BenchmarkDotNet.Running;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Connection;
using PolicyBot.Benchmarks.Daily;
using PolicyBot.Benchmarks.Speed;

return args switch
{
    ["clinc", var folder] => ClincReport.Run(folder, Console.Out),
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
    Console.Error.WriteLine("Usage: clinc FOLDER (accuracy on CLINC150), speed [BenchmarkDotNet options], discord PROGRAM [both] [start|memory|latency|throughput|skipping] (the published program on a stand-in Discord), or daily PROGRAM [COUNT [CONNECTION STRING]] (daily posts due at once).");
    return 2;
}
