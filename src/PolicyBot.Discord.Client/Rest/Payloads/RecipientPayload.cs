using System.Globalization;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>With whom the bot wants to have direct messages.</summary>
internal sealed record RecipientPayload(string RecipientId)
{
    public static RecipientPayload From(ulong user) => new(user.ToString(CultureInfo.InvariantCulture));
}
