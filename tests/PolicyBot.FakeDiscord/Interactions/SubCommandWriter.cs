using System.Text.Json;
using PolicyBot.FakeDiscord.Commands;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Writes the options of a command, inside its subcommand and group if there are any.</summary>
internal static class SubCommandWriter
{
    public static IReadOnlyList<CommandOption> GetOptions(RegisteredCommand command, ReadOnlySpan<string> path)
    {
        var options = command.Options;
        foreach (var part in path)
            options = GetSubcommand(command, options, part).Options;
        if (options.Any(option => option.Type is OptionType.SubCommand or OptionType.SubCommandGroup))
        {
            throw new ActionUnavailableException(
                $"/{command.Name} is used with a subcommand: "
                    + $"{string.Join(", ", options.Select(option => option.Name))}.");
        }

        return options;
    }

    public static void Write(
        Utf8JsonWriter writer,
        RegisteredCommand command,
        ReadOnlySpan<string> path,
        Action<Utf8JsonWriter, IReadOnlyList<CommandOption>> write)
    {
        var innermost = GetOptions(command, path);
        var options = command.Options;
        foreach (var part in path)
        {
            var sub = GetSubcommand(command, options, part);
            writer.WriteStartArray("options"u8);
            writer.WriteStartObject();
            writer.WriteString("name"u8, sub.Name);
            writer.WriteNumber("type"u8, sub.Type);
            options = sub.Options;
        }

        write(writer, innermost);
        for (var depth = 0; depth < path.Length; depth++)
        {
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
    }

    private static CommandOption GetSubcommand(
        RegisteredCommand command, IReadOnlyList<CommandOption> options, string name) =>
        options.FirstOrDefault(option =>
            option.Name == name && option.Type is OptionType.SubCommand or OptionType.SubCommandGroup)
        ?? throw new ActionUnavailableException($"/{command.Name} has no subcommand {name}.");
}
