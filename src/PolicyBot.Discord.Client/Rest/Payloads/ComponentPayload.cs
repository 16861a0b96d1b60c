using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>
/// A component of a message (a row, or a button or menu in a row) or of a modal (a text, or a label with a text input
/// or menu).
/// </summary>
internal sealed record ComponentPayload(int Type)
{
    private const int RowType = 1;
    private const int ButtonType = 2;
    private const int MenuType = 3;
    private const int TextInputType = 4;
    private const int TextType = 10;
    private const int LabelType = 18;

    private const int ShortStyle = 1;
    private const int ParagraphStyle = 2;

    public IReadOnlyList<ComponentPayload>? Components { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? CustomId { get; init; }

    public string? Placeholder { get; init; }

    public IReadOnlyList<MenuOption>? Options { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public string? Description { get; init; }

    /// <summary>What a label is for.</summary>
    public ComponentPayload? Component { get; init; }

    public string? Value { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Content { get; init; }

    /// <summary>Creates the rows of a message; may be empty.</summary>
    public static IReadOnlyList<ComponentPayload> CreateRows(OutgoingMessage message)
    {
        List<ComponentPayload> rows = [];
        if (message.MenuOptions.Count > 0) rows.Add(CreateRow([CreateMenu(message)]));
        if (message.Buttons.Count > 0) rows.Add(CreateRow([.. message.Buttons.Select(CreateButton)]));
        if (message.Actions.Count > 0) rows.Add(CreateRow([.. message.Actions.Select(CreateButton)]));
        return rows;
    }

    /// <summary>Converts a component of a modal.</summary>
    public static ComponentPayload From(ModalComponent component) => component switch
    {
        ModalComponent.TextInput input => CreateLabel(input.Label, input.Description, CreateTextInput(input)),
        ModalComponent.Menu menu => CreateLabel(menu.Label, menu.Description, CreateMenu(menu)),
        ModalComponent.Text text => new ComponentPayload(TextType) { Content = text.Content },
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "The component is unknown."),
    };

    private static ComponentPayload CreateLabel(string label, string? description, ComponentPayload component) =>
        new(LabelType) { Label = label, Description = description, Component = component };

    private static ComponentPayload CreateTextInput(ModalComponent.TextInput input) => new(TextInputType)
    {
        CustomId = input.CustomId,
        Style = input.IsLong ? ParagraphStyle : ShortStyle,
        Value = input.Value,
        MaxLength = input.MaxLength,
        Required = input.IsRequired,
    };

    private static ComponentPayload CreateMenu(ModalComponent.Menu menu) => new(MenuType)
    {
        CustomId = menu.CustomId,
        Options = menu.Options,
        MinValues = menu.Min,
        MaxValues = menu.Max,
        Required = menu.Min > 0,
    };

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
