namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>A component of a submitted modal: a label with a field, a field, or a text.</summary>
internal sealed record ModalComponentPayload
{
    /// <summary>The field's custom id; null for a label or text.</summary>
    public string? CustomId { get; init; }

    /// <summary>What the user typed into a text input.</summary>
    public string? Value { get; init; }

    /// <summary>What the user selected in a menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The field of a label.</summary>
    public ModalComponentPayload? Component { get; init; }
}
