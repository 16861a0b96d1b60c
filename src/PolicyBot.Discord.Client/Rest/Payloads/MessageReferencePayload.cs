using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The message that a reply replies to.</summary>
internal sealed record MessageReferencePayload(string MessageId, bool FailIfNotExists)
{
    public static MessageReferencePayload From(ulong message) =>
        new(Snowflake.Format(message), FailIfNotExists: false);
}
