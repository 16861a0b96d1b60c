using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Client.Tests;

/// <summary>The order in which Discord applies permissions and overwrites.</summary>
public sealed class ChannelPermissionsTests
{
    private const ulong Guild = 1;
    private const ulong Member = 2;
    private const ulong Poster = 3;
    private const ulong Muted = 4;
    private const ulong Stranger = 5;

    private const ulong View = 1 << 10;
    private const ulong Send = 1 << 11;
    private const ulong Embed = 1 << 14;

    [Fact]
    public void Compute_NoOverwrites_CombinesRoles() =>
        Assert.Equal(View | Send, Of([Poster], [Role(Guild, View), Role(Poster, Send), Role(Stranger, Embed)]));

    [Fact]
    public void Compute_RoleOfOthers_IsIgnored() =>
        Assert.Equal(
            View, Of([Poster], [Role(Guild, View), Role(Poster, 0)], new PermissionOverwrite(Stranger, Send, View)));

    [Fact]
    public void Compute_DeniedToEveryone_IsDenied() =>
        Assert.Equal(View, Of([], [Role(Guild, View | Send)], new PermissionOverwrite(Guild, 0, Send)));

    [Fact]
    public void Compute_DeniedToEveryoneAndAllowedToRole_IsAllowed() =>
        Assert.Equal(
            View | Send,
            Of([Poster], [Role(Guild, View | Send)], new PermissionOverwrite(
                Poster, Send, 0), new PermissionOverwrite(Guild, 0, Send)));

    [Fact]
    public void Compute_AllowedToOneRoleAndDeniedToAnother_IsAllowed() =>
        Assert.Equal(
            View | Send,
            Of([Poster, Muted], [Role(Guild, View | Send)], new PermissionOverwrite(
                Poster, Send, 0), new PermissionOverwrite(Muted, 0, Send)));

    [Fact]
    public void Compute_AllowedToRoleAndDeniedToMember_IsDenied() =>
        Assert.Equal(
            View,
            Of([Poster], [Role(Guild, View)], new PermissionOverwrite(
                Member, 0, Send), new PermissionOverwrite(Poster, Send, 0)));

    [Fact]
    public void Compute_DeniedToRoleAndAllowedToMember_IsAllowed() =>
        Assert.Equal(
            View | Send,
            Of([Muted], [Role(Guild, View)], new PermissionOverwrite(
                Muted, 0, Send), new PermissionOverwrite(Member, Send, 0)));

    [Fact]
    public void Compute_HiddenChannel_IsNone() =>
        Assert.Equal(0UL, Of([], [Role(Guild, View | Send)], new PermissionOverwrite(Guild, Send, View)));

    [Fact]
    public void Compute_Administrator_IsAll() =>
        Assert.Equal(
            ulong.MaxValue,
            Of([Poster], [Role(Guild, 0), Role(Poster, 1 << 3)], new PermissionOverwrite(
                Guild, 0, View), new PermissionOverwrite(Member, 0, View)));

    private static ulong Of(ulong[] memberRoles, RolePermissions[] roles, params PermissionOverwrite[] overwrites) =>
        ChannelPermissions.Compute(Guild, Member, memberRoles, roles, overwrites);

    private static RolePermissions Role(ulong id, ulong permissions) => new(id, permissions);
}
