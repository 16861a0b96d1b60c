using System.Globalization;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Who is pinged by a message.</summary>
internal sealed record MessageMentions(IReadOnlyList<DiscordUser> Users, IReadOnlyList<ulong> Roles, bool Everyone)
{
    public static readonly MessageMentions None = new([], [], false);

    public IReadOnlyList<string> Pings =>
    [
        .. Users.Select(user => user.Id.ToString(CultureInfo.InvariantCulture)),
        .. Roles.Select(role => role.ToString(CultureInfo.InvariantCulture)),
        .. Everyone ? ["everyone"] : Array.Empty<string>(),
    ];
}
