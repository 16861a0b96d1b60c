using System.Globalization;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>The command line of the program.</summary>
internal sealed record ServerArguments(FakeDiscordOptions Options, bool Prints)
{
    public const string Usage = """
        dotnet run --project tests/PolicyBot.FakeDiscord --
            [--port 8787] [--shards N] [--guilds N] [--no-checks] [--no-log]
          --port N      the port to listen on (8787); 0 takes any free one
          --shards N    how many shards to recommend (1); all may identify at once
          --guilds N    how many guilds the bot is in (1)
          --no-checks   does not check requests against Discord's description of its API
          --no-log      prints no line for what happens, and keeps no requests
        """;

    /// <summary>Reads the arguments, or returns what is wrong with them.</summary>
    public static ServerArguments? Read(IReadOnlyList<string> arguments, out string? wrong)
    {
        var options = new FakeDiscordOptions { Port = 8787 };
        var prints = true;
        wrong = null;
        for (var index = 0; index < arguments.Count && wrong is null; index++)
        {
            switch (arguments[index])
            {
                case "--port":
                    options = options with { Port = Number(arguments, ref index, 0, 65535, ref wrong) };
                    break;
                case "--shards":
                    var shards = Number(arguments, ref index, 1, 1000, ref wrong);
                    options = options with { RecommendedShards = shards, MaxConcurrency = shards };
                    break;
                case "--guilds":
                    options = options with { Guilds = Number(arguments, ref index, 1, 100_000, ref wrong) };
                    break;
                case "--no-checks":
                    options = options with { ChecksRequests = false };
                    break;
                case "--no-log":
                    options = options with { RecordsRequests = false };
                    prints = false;
                    break;
                default:
                    wrong = $"There is no option {arguments[index]}.";
                    break;
            }
        }

        return wrong is null ? new ServerArguments(options, prints) : null;
    }

    private static int Number(IReadOnlyList<string> arguments, ref int index, int min, int max, ref string? wrong)
    {
        var name = arguments[index];
        if (++index < arguments.Count
            && int.TryParse(arguments[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min
            && number <= max)
        {
            return number;
        }

        wrong = $"{name} takes a number from {min} to {max}.";
        return min;
    }
}
