using System.Globalization;
using System.Text.Json;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// Writes the options that a user filled in, with the types that the command defines, and rejects what Discord's client
/// doesn't let users type.
/// </summary>
internal static class OptionWriter
{
    /// <summary>
    /// Writes the options of a complete command, with all required ones. A subcommand has a list of options even if it
    /// is empty.
    /// </summary>
    public static void Write(
        Utf8JsonWriter writer, string command, IReadOnlyList<CommandOption> defined,
        IReadOnlyDictionary<string, object> values, bool isSub)
    {
        foreach (var missing in defined.Where(option => option.IsRequired && !values.ContainsKey(option.Name)))
            throw new ActionUnavailableException($"/{command} needs the option {missing.Name}.");
        if (values.Count > 0)
            WriteGiven(writer, command, defined, values);
        else if (isSub)
            writer.WriteEmptyArray("options"u8);
    }

    /// <summary>Writes the options so far, and the one being typed.</summary>
    public static void WriteTyping(
        Utf8JsonWriter writer,
        string command,
        IReadOnlyList<CommandOption> defined,
        IReadOnlyDictionary<string, object> others,
        CommandOption focused,
        string typed)
    {
        writer.WriteStartArray("options"u8);
        foreach (var (name, value) in others)
            WriteOne(writer, Find(command, defined, name), value);
        writer.WriteStartObject();
        writer.WriteString("name"u8, focused.Name);
        writer.WriteNumber("type"u8, focused.Type);
        writer.WriteString("value"u8, typed);
        writer.WriteBoolean("focused"u8, true);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    public static CommandOption Find(string command, IReadOnlyList<CommandOption> defined, string name) =>
        defined.FirstOrDefault(option => option.Name == name)
        ?? throw new ActionUnavailableException(
            $"/{command} has no option {name}. It has: {string.Join(", ", defined.Select(option => option.Name))}.");

    private static void WriteGiven(
        Utf8JsonWriter writer, string command, IReadOnlyList<CommandOption> defined,
        IReadOnlyDictionary<string, object> values)
    {
        writer.WriteStartArray("options"u8);
        foreach (var (name, value) in values)
            WriteOne(writer, Find(command, defined, name), value);
        writer.WriteEndArray();
    }

    private static void WriteOne(Utf8JsonWriter writer, CommandOption option, object value)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, option.Name);
        writer.WriteNumber("type"u8, option.Type);
        writer.WritePropertyName("value"u8);
        switch (option.Type)
        {
            case OptionType.String:
                writer.WriteStringValue(CheckText(option, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
                break;
            case OptionType.Integer:
                writer.WriteNumberValue((long)CheckNumber(option, Typed(option, value, long.Parse)));
                break;
            case OptionType.Number:
                writer.WriteNumberValue(CheckNumber(option, Typed(option, value, double.Parse)));
                break;
            case OptionType.Boolean:
                writer.WriteBooleanValue(Typed(option, value, (text, _) => bool.Parse(text)));
                break;
            case OptionType.User when value is DiscordUser user:
                writer.WriteIdValue(user.Id);
                break;
            case OptionType.Channel when value is DiscordChannel channel:
                writer.WriteIdValue(channel.Id);
                break;
            default:
                throw new ActionUnavailableException(
                    $"The option {option.Name} is of type {option.Type}: {value} does not fit it.");
        }

        writer.WriteEndObject();
    }

    private static T Typed<T>(CommandOption option, object value, Func<string, IFormatProvider, T> parse)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        try
        {
            return parse(text, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new ActionUnavailableException(
                $"The option {option.Name} takes a {typeof(T).Name}, not {text}.", exception);
        }
    }

    private static string CheckText(CommandOption option, string text)
    {
        CheckChoice(option, text);
        if (text.Length < option.MinLength || text.Length > option.MaxLength || text.Length == 0)
        {
            throw new ActionUnavailableException(
                $"The option {option.Name} takes {Math.Max(1, option.MinLength)} to {option.MaxLength} characters, not "
                    + $"{text.Length}.");
        }

        return text;
    }

    private static double CheckNumber(CommandOption option, double number)
    {
        CheckChoice(option, number.ToString(CultureInfo.InvariantCulture));
        if (number < option.MinValue || number > option.MaxValue)
        {
            throw new ActionUnavailableException(
                $"The option {option.Name} takes {option.MinValue} to {option.MaxValue}, not {number}.");
        }

        return number;
    }

    private static void CheckChoice(CommandOption option, string value)
    {
        if (option.Choices.Count > 0 && !option.Choices.Contains(value))
        {
            throw new ActionUnavailableException(
                $"The option {option.Name} offers {string.Join(", ", option.Choices)}, not {value}.");
        }
    }
}
