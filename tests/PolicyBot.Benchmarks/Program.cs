using BenchmarkDotNet.Running;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Connection;
using PolicyBot.Benchmarks.Speed;

return args switch
{
    ["clinc", var folder] => ClincReport.Run(folder, Console.Out),
    ["speed", .. var rest] => RunSpeed(rest),
    ["discord", var executable, .. var parts] => await ConnectionReport.RunAsync(executable, parts, Console.Out),
    _ => Usage(),
};

static int RunSpeed(string[] rest)
{
    BenchmarkSwitcher.FromTypes([typeof(QuestionBenchmarks), typeof(TrainingBenchmarks)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Usage: clinc FOLDER (accuracy on CLINC150), speed [BenchmarkDotNet options], or discord PROGRAM [both] [start|memory|latency|throughput|skipping] (the published program on a stand-in Discord).");
    return 2;
}
