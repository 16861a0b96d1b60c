using System.Text.Json;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// Discord's published OpenAPI description, read once per process from the <c>shared</c> folder next to the repository.
/// </summary>
internal static class OpenApiFile
{
    private const string Skipped = "skipped, because shared/discord/openapi.json is not beside the repository";

    private static readonly Lazy<OpenApiContract?> Loaded = new(Load);

    /// <summary>The contract, or null and the reason if the description isn't available.</summary>
    public static IRequestContract? TryLoad(out string? skippedBecause) => Contract(out skippedBecause);

    /// <summary>The same for responses.</summary>
    public static IResponseContract? TryLoadResponses(out string? skippedBecause) => Contract(out skippedBecause);

    /// <summary>The file of the description, or null if it isn't available.</summary>
    public static string? FindFile() => Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory());

    private static OpenApiContract? Contract(out string? skippedBecause)
    {
        var contract = Loaded.Value;
        skippedBecause = contract is null ? Skipped : null;
        return contract;
    }

    private static OpenApiContract? Load()
    {
        if (FindFile() is not { } file) return null;

        // The document lives as long as the process.
        return new OpenApiContract(JsonElement.Parse(File.ReadAllBytes(file)));
    }

    private static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "discord", "openapi.json");
            if (File.Exists(file)) return file;
        }

        return null;
    }
}
