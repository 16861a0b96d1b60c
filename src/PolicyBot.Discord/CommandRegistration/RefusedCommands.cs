using System.Globalization;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Names the commands and options that Discord refused; it counts them only.</summary>
internal static class RefusedCommands
{
    private const string Options = "options";

    /// <summary>Describes a refusal, with the name of each command and option that it is about.</summary>
    /// <param name="refusal">Discord's refusal of the commands.</param>
    /// <param name="commands">The commands, as they were sent.</param>
    public static string Describe(RequestRefusedException refusal, IReadOnlyList<ApplicationCommand> commands)
    {
        var named = refusal.Errors.Select(e => Name(e, commands)).OfType<string>().Distinct().ToList();
        return named.Count == 0 ? refusal.Message : $"{refusal.Message} (that is {string.Join(", ", named)})";
    }

    // 3.options.0.description: …
    private static string? Name(string error, IReadOnlyList<ApplicationCommand> commands)
    {
        var path = error.Split(':')[0].Split('.');
        if (Find(commands, path[0]) is not { } command) return null;
        var name = command is ApplicationCommand.Slash ? $"/{command.Name}" : command.Name;
        for (var i = 1; i + 1 < path.Length && path[i] == Options && command is ApplicationCommand.Slash slash; i += 2)
        {
            if (Find(slash.Subcommands, path[i + 1]) is { } subcommand)
            {
                (name, command) = ($"{name} {subcommand.Name}", subcommand);
                continue;
            }

            if (Find(slash.Options, path[i + 1]) is { } option) name = $"the option “{option.Name}” of {name}";
            break;
        }

        return name;
    }

    private static T? Find<T>(IReadOnlyList<T> all, string index)
        where T : class =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < all.Count
            ? all[number]
            : null;
}
