using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for the definition of a command.</summary>
internal static partial class CommandRules
{
    private const int MostOptions = 25;
    private const int SummedLength = 8000;

    public static void Check(JsonElement command, string path, FieldErrors errors)
    {
        var type = errors.Number(command, path, "type", 1, 4) ?? CommandType.ChatInput;
        if (type == CommandType.ChatInput)
        {
            CheckName(command, path, errors);
            errors.Text(command, path, "description", 1, 100, isRequired: true);
            CheckOptions(command, path, depth: 0, errors);
        }
        else
        {
            errors.Text(command, path, "name", 1, 32, isRequired: true);
            if (!string.IsNullOrEmpty(command.Text("description"u8)))
            {
                errors.Add(
                    FieldErrors.At(path, "description"),
                    "APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET",
                    "Context menu commands cannot have a description");
            }

            if (command.Items("options"u8).Any())
            {
                errors.Add(
                    FieldErrors.At(path, "options"),
                    "APPLICATION_COMMAND_OPTIONS_CANNOT_BE_SET",
                    "Context menu commands cannot have options");
            }
        }

        CheckWhere(command, path, errors);
        if (Length(command) > SummedLength)
            errors.Add(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({SummedLength})");
    }

    private static void CheckWhere(JsonElement command, string path, FieldErrors errors)
    {
        foreach (var (name, most) in new[] { ("contexts", 2), ("integration_types", 1) })
        {
            var values = errors.Items(command, path, name, 0, most + 1);
            if (!values.All(value => IsFromZeroTo(value, most)))
                errors.Add(FieldErrors.At(path, name), "BASE_TYPE_CHOICES", $"Values must be from 0 to {most}.");
            if (values.Select(value => value.ToString()).Distinct().Count() != values.Count)
                errors.Add(
                    FieldErrors.At(path, name), "SET_TYPE_CONTAINS_DUPLICATES", "The set already contains this value");
        }

        if (command.TryGet("default_member_permissions"u8, out var permissions) && permissions.AsId() is null)
        {
            errors.Add(
                FieldErrors.At(path, "default_member_permissions"),
                "NUMBER_TYPE_COERCE",
                $"Value \"{permissions}\" is not a set of permissions.");
        }
    }

    private static bool IsFromZeroTo(JsonElement value, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 && number <= most;

    private static void CheckOptions(JsonElement parent, string path, int depth, FieldErrors errors)
    {
        var list = FieldErrors.At(path, "options");
        var options = errors.Items(parent, path, "options", 0, MostOptions);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var hasOptional = false;
        for (var index = 0; index < options.Count; index++)
        {
            var option = options[index];
            var at = FieldErrors.At(list, index);
            var type = errors.Number(option, at, "type", 1, 11, isRequired: true) ?? 0;
            if (CheckName(option, at, errors) is { } name && !names.Add(name))
                errors.Add(at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option names must be unique");
            errors.Text(option, at, "description", 1, 100, isRequired: true);
            if (type is OptionType.SubCommand or OptionType.SubCommandGroup)
            {
                if (depth > (type == OptionType.SubCommandGroup ? 0 : 1))
                    errors.Add(
                        at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands cannot stand at this depth");
                CheckOptions(option, at, depth + 1, errors);
                continue;
            }

            var isRequired = option.Flag("required"u8);
            if (isRequired && hasOptional)
            {
                errors.Add(
                    at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options");
            }

            hasOptional |= !isRequired;
            CheckValueOption(option, at, type, errors);
        }

        var areSubs =
            options.Count(option => option.Number("type"u8) is OptionType.SubCommand or OptionType.SubCommandGroup);
        if (areSubs > 0 && areSubs < options.Count)
            errors.Add(
                list, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands cannot stand beside other options");
    }

    private static void CheckValueOption(JsonElement option, string path, int type, FieldErrors errors)
    {
        ChoiceRules.Check(option, path, type, isRequired: false, errors);
        if (type == OptionType.String)
        {
            errors.Number(option, path, "min_length", 0, 6000);
            errors.Number(option, path, "max_length", 1, 6000);
        }

        if (!option.Flag("autocomplete"u8))
            return;
        if (option.Items("choices"u8).Any())
        {
            errors.Add(
                path, "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES_NOT_ALLOWED",
                "Choices cannot be set when autocomplete is used");
        }

        if (type is not (OptionType.String or OptionType.Integer or OptionType.Number))
            errors.Add(
                FieldErrors.At(path, "autocomplete"), "BASE_TYPE_CHOICES",
                "Only text and number options can be completed");
    }

    private static string? CheckName(JsonElement named, string path, FieldErrors errors)
    {
        var name = errors.Text(named, path, "name", 1, 32, isRequired: true);
        if (!string.IsNullOrWhiteSpace(name) && (!SlashName().IsMatch(name) || name.Any(char.IsUpper)))
        {
            errors.Add(
                FieldErrors.At(path, "name"),
                "APPLICATION_COMMAND_INVALID_NAME",
                "Command name is invalid: lower case letters, digits, - and _ only");
        }

        return name;
    }

    /// <summary>
    /// The total length of the names, descriptions and choice values of a command and its options, as Discord counts
    /// it.
    /// </summary>
    private static int Length(JsonElement part) =>
        TextLength.Count(part.Text("name"u8))
        + TextLength.Count(part.Text("description"u8))
        + part.Items("choices"u8)
            .Sum(choice => TextLength.Count(choice.Text("name"u8)) + TextLength.Count(choice.Text("value"u8)))
        + part.Items("options"u8).Sum(Length);

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]+$", RegexOptions.CultureInvariant)]
    private static partial Regex SlashName();
}
