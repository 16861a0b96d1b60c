using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A row, or what stands in one: a button or a menu.</summary>
internal sealed record ComponentPayload(int Type)
{
    /// <summary>The id of a menu; what is selected has one of its own.</summary>
    public const string MenuId = "menu";

    private const int Row = 1;
    private const int ButtonType = 2;
    private const int MenuType = 3;
    private const int Secondary = 2;

    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? CustomId { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<MenuOptionPayload>? Options { get; init; }

    /// <summary>The rows of a message; empty where nothing stands under it.</summary>
    public static IReadOnlyList<ComponentPayload> CreateRows(OutgoingMessage message)
    {
        List<ComponentPayload> rows = [];
        if (message.MenuOptions.Count > 0) rows.Add(RowOf([Of(message.MenuOptions, message.MenuPlaceholder)]));
        if (message.Buttons.Count > 0) rows.Add(RowOf([.. message.Buttons.Select(Of)]));
        if (message.Actions.Count > 0) rows.Add(RowOf([.. message.Actions.Select(Of)]));
        return rows;
    }

    private static ComponentPayload RowOf(IReadOnlyList<ComponentPayload> components) => new(Row) { Components = components };

    private static ComponentPayload Of(Button button) => new(ButtonType) { Style = Secondary, Label = button.Label, CustomId = button.CustomId };

    private static ComponentPayload Of(IReadOnlyList<MenuOption> menu, string title) => new(MenuType)
    {
        CustomId = MenuId,
        Placeholder = title,
        Options = [.. menu.Select(o => new MenuOptionPayload(o.Label, o.Value))],
    };
}
