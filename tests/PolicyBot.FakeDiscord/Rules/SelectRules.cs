using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for a select menu.</summary>
internal static class SelectRules
{
    public static void Check(JsonElement select, string path, HashSet<string> seen, FieldErrors errors)
    {
        CustomIdRules.Check(select, path, seen, errors);
        errors.Text(select, path, "placeholder", 0, 150);
        var least = errors.Number(select, path, "min_values", 0, 25) ?? 1;
        var most = errors.Number(select, path, "max_values", 1, 25) ?? 1;
        if (least > most)
            errors.Add(
                FieldErrors.At(path, "min_values"), "NUMBER_TYPE_MAX",
                $"int value should be less than or equal to {most}.");
        if (select.Number("type"u8) == ComponentType.StringSelect)
            CheckOptions(select, path, most, errors);
    }

    private static void CheckOptions(JsonElement select, string path, int most, FieldErrors errors)
    {
        var list = FieldErrors.At(path, "options");
        var options = errors.Items(select, path, "options", 1, 25, isRequired: true);
        var values = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < options.Count; index++)
        {
            var at = FieldErrors.At(list, index);
            errors.Text(options[index], at, "label", 1, 100, isRequired: true);
            errors.Text(options[index], at, "description", 0, 100);
            if (errors.Text(options[index], at, "value", 1, 100, isRequired: true) is { } value && !values.Add(value))
            {
                errors.Add(
                    FieldErrors.At(at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used");
            }
        }

        if (options.Count > 0 && most > options.Count)
        {
            errors.Add(
                FieldErrors.At(path, "max_values"), "NUMBER_TYPE_MAX",
                $"int value should be less than or equal to {options.Count}.");
        }
    }
}
