
namespace PolicyBot.Hosting;

/// <summary>How the run ended; a failure until the worker succeeds.</summary>
internal sealed class RunOutcome
{
    public int ExitCode { get; set; } = ExitCodes.BadData;
}
