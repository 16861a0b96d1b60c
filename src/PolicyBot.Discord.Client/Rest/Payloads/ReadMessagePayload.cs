using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>What is read of a message that stands in a channel.</summary>
internal sealed record ReadMessagePayload(ulong Id, IdPayload Author)
{
    public IReadOnlyList<ReadComponentPayload>? Components { get; init; }

    public ChannelMessage ToMessage() => new(Id, Author.Id, [.. (Components ?? []).SelectMany(c => c.Ids)]);
}
