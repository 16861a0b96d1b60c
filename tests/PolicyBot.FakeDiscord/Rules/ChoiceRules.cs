using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for the choices of an option, both registered and suggested.</summary>
internal static class ChoiceRules
{
    private const int MostChoices = 25;

    public static void Check(JsonElement data, string path, int optionType, bool isRequired, FieldErrors errors)
    {
        var list = FieldErrors.At(path, "choices");
        var choices = errors.Items(data, path, "choices", 0, MostChoices, isRequired);
        for (var index = 0; index < choices.Count; index++)
        {
            var at = FieldErrors.At(list, index);
            errors.Text(choices[index], at, "name", 1, 100, isRequired: true);
            CheckValue(choices[index], at, optionType, errors);
        }
    }

    private static void CheckValue(JsonElement choice, string path, int optionType, FieldErrors errors)
    {
        var at = FieldErrors.At(path, "value");
        if (!choice.TryGet("value"u8, out var value))
        {
            errors.Required(at);
            return;
        }

        switch (optionType)
        {
            case 4 when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _):
                errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
                break;
            case 10 when value.ValueKind != JsonValueKind.Number:
                errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not float.");
                break;
            case 3:
                errors.Text(choice, path, "value", 1, 100, isRequired: true);
                break;
        }
    }
}
