using BenchmarkDotNet.Running;
using PolicyBot.Benchmarks.Clinc;
using PolicyBot.Benchmarks.Speed;

return args switch
{
    ["clinc", var folder] => ClincReport.Run(folder, Console.Out),
    ["speed", .. var rest] => RunSpeed(rest),
    _ => Usage(),
};

static int RunSpeed(string[] rest)
{
    BenchmarkSwitcher.FromTypes([typeof(QuestionBenchmarks), typeof(TrainingBenchmarks)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("Usage: clinc FOLDER (accuracy on CLINC150), or speed [BenchmarkDotNet options].");
    return 2;
}
