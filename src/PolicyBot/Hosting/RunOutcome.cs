
namespace PolicyBot.Hosting;

/// <summary>How a run of the worker ended; a fault until it is known to be none.</summary>
internal sealed class RunOutcome
{
    public int ExitCode { get; set; } = ExitCodes.BadData;
}
