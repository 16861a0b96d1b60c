using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A component of a message: a row, or a button or menu in a row.</summary>
internal sealed record ComponentPayload(int Type)
{
    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int MenuType = 3;

    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? CustomId { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<MenuOption>? Options { get; init; }

    /// <summary>Creates the rows of a message; may be empty.</summary>
    public static IReadOnlyList<ComponentPayload> CreateRows(OutgoingMessage message)
    {
        List<ComponentPayload> rows = [];
        if (message.MenuOptions.Count > 0) rows.Add(CreateRow([CreateMenu(message)]));
        if (message.Buttons.Count > 0) rows.Add(CreateRow([.. message.Buttons.Select(CreateButton)]));
        if (message.Actions.Count > 0) rows.Add(CreateRow([.. message.Actions.Select(CreateButton)]));
        return rows;
    }

    private static ComponentPayload CreateRow(IReadOnlyList<ComponentPayload> components) =>
        new(RowType) { Components = components };

    private static ComponentPayload CreateButton(Button button) =>
        new(ButtonType) { Style = (int)button.Style, Label = button.Label, CustomId = button.CustomId };

    private static ComponentPayload CreateMenu(OutgoingMessage message) => new(MenuType)
    {
        CustomId = OutgoingMessage.MenuCustomId,
        Placeholder = message.MenuPlaceholder,
        Options = message.MenuOptions,
    };
}
