namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>What is read of a row, or of what stands in one.</summary>
internal sealed record ReadComponentPayload
{
    public string? CustomId { get; init; }

    public IReadOnlyList<ReadComponentPayload>? Components { get; init; }

    /// <summary>The ids in it, its own first.</summary>
    public IEnumerable<string> Ids => (CustomId is { } id ? [id] : Array.Empty<string>()).Concat((Components ?? []).SelectMany(c => c.Ids));
}
