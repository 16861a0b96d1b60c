using System.Text.Json;
using PolicyBot.CommandLine;
using PolicyBot.ConsoleChat;

namespace PolicyBot.Tests.Support;

/// <summary>What a run of the program gave.</summary>
internal sealed record Run(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> OutLines => Lines(Out);

    public IReadOnlyList<string> ErrorLines => Lines(Error);

    /// <summary>Runs the program in this process, with the shipped settings and articles.</summary>
    public static Task<Run> WithAsync(params string[] args) => new Runner().RunAsync(args);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    /// <summary>
    /// Runs the program in this process; input comes from a pipe and output goes to one, unless told otherwise.
    /// </summary>
    internal sealed record Runner
    {
        public string Input { get; init; } = "";

        public bool IsTyped { get; init; }

        public string ProgramFolder { get; init; } = AppContext.BaseDirectory;

        public string CurrentFolder { get; init; } = AppContext.BaseDirectory;

        /// <summary>Settings in place of the shipped ones, by their keys.</summary>
        public IReadOnlyDictionary<string, string>? Settings { get; init; }

        public async Task<Run> RunAsync(params string[] args)
        {
            if (Settings is null) return await RunProgramAsync(args);
            using var folder = new TemporaryFolder();
            folder.Write("settings.json", JsonSerializer.Serialize(Settings));
            return await RunProgramAsync([.. args, "--config", Path.Combine(folder.FullName, "settings.json")]);
        }

        private async Task<Run> RunProgramAsync(string[] args)
        {
            using var input = new StringReader(Input);
            await using var output = new StringWriter { NewLine = "\n" };
            await using var error = new StringWriter { NewLine = "\n" };
            using var terminal = new Terminal(input, output, error) { IsInputRedirected = !IsTyped };
            var exitCode = await new BotProgram(
                terminal, new AppPaths(ProgramFolder, CurrentFolder), new Random(1)).RunAsync(args);
            return new Run(exitCode, output.ToString(), error.ToString());
        }
    }
}
