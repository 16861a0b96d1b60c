using System.Globalization;

namespace PolicyBot.Discord.Client.Rest.Payloads;

internal sealed record MessageReferencePayload(string MessageId, bool FailIfNotExists)
{
    public static MessageReferencePayload From(ulong message) => new(message.ToString(CultureInfo.InvariantCulture), FailIfNotExists: false);
}
