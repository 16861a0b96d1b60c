using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>An option of a registered command.</summary>
internal sealed record CommandOption(
    string Name,
    int Type,
    bool IsRequired,
    bool HasAutocomplete,
    IReadOnlyList<string> Choices,
    int MinLength,
    int MaxLength,
    double MinValue,
    double MaxValue,
    IReadOnlyList<int> ChannelTypes,
    IReadOnlyList<CommandOption> Options)
{
    public static IReadOnlyList<CommandOption> ReadAll(JsonElement parent) =>
        [.. parent.Items("options"u8).Select(Read)];

    private static CommandOption Read(JsonElement option) => new(
        option.Text("name"u8)!,
        option.Number("type"u8) ?? 0,
        option.Flag("required"u8),
        option.Flag("autocomplete"u8),
        [.. option.Items("choices"u8).Select(choice => choice.GetProperty("value"u8).ToString())],
        option.Number("min_length"u8) ?? 0,
        option.Number("max_length"u8) ?? 6000,
        option.TryGet("min_value"u8, out var least) && least.TryGetDouble(out var min) ? min : double.NegativeInfinity,
        option.TryGet("max_value"u8, out var most) && most.TryGetDouble(out var max) ? max : double.PositiveInfinity,
        [.. option.Items("channel_types"u8).Select(type => type.GetInt32())],
        ReadAll(option));
}
