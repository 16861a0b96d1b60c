using System.Text.Json;
using PolicyBot.Discord.Messages;

namespace PolicyBot.Discord.Http.Payloads;

internal sealed record CommandOptionPayload
{
    private const int Text = 3;
    private const int Boolean = 5;

    public static IEqualityComparer<CommandOptionPayload> Comparer { get; } = EqualityComparer<CommandOptionPayload>.Create(IsSame, o => o.Name.Length);

    public required int Type { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public IReadOnlyList<CommandChoicePayload>? Choices { get; init; }

    public static CommandOptionPayload Of(ApplicationCommandOption option) => new()
    {
        Type = option.IsFlag ? Boolean : Text,
        Name = option.Name,
        Description = option.Description,
        Required = option.IsRequired,
        Autocomplete = option.IsCompleted ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(c => CommandChoicePayload.Of(c, c))],
    };

    private static bool IsSame(CommandOptionPayload? a, CommandOptionPayload? b) =>
        a is not null && b is not null
        && (a.Type, a.Name, a.Description, a.Required ?? false, a.Autocomplete ?? false) == (b.Type, b.Name, b.Description, b.Required ?? false, b.Autocomplete ?? false)
        && (a.Choices ?? []).Select(c => (c.Name, c.Value.ToString())).SequenceEqual((b.Choices ?? []).Select(c => (c.Name, c.Value.ToString())));
}
