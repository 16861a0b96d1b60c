namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a component in a channel's message.</summary>
internal sealed record ChannelMessageComponentPayload
{
    public string? CustomId { get; init; }

    public IReadOnlyList<ChannelMessageComponentPayload>? Components { get; init; }

    /// <summary>Gets all custom ids in it, its own first.</summary>
    public IEnumerable<string> GetCustomIds()
    {
        var nested = (Components ?? []).SelectMany(c => c.GetCustomIds());
        return CustomId is { } id ? nested.Prepend(id) : nested;
    }
}
