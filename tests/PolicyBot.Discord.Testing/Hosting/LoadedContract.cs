using PolicyBot.Discord.Testing.Contract;

namespace PolicyBot.Discord.Testing.Hosting;

/// <summary>The contract, read once for all servers of a process: it is big.</summary>
internal static class LoadedContract
{
    private static readonly Lazy<(IRequestContract? Contract, string? SkippedBecause)> Loaded = new(() =>
    {
        var contract = OpenApiContract.TryLoad(out var skippedBecause);
        return (contract, skippedBecause);
    });

    public static (IRequestContract? Contract, string? SkippedBecause) Value => Loaded.Value;
}
