using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The used properties of a message in a channel.</summary>
internal sealed record ChannelMessagePayload(ulong Id, IdPayload Author)
{
    public IReadOnlyList<ChannelMessageComponentPayload>? Components { get; init; }

    public ChannelMessage ToMessage() =>
        new(Id, Author.Id, [.. (Components ?? []).SelectMany(c => c.GetCustomIds())]);
}
