using PolicyBot.Discord.Client.Permissions;

namespace PolicyBot.Discord.Tests.Permissions;

/// <summary>The order in which Discord lets one word outdo another.</summary>
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
    public void Of_NoOverwrites_IsWhatEverybodyAndTheMembersRolesMay() =>
        Assert.Equal(View | Send, Of([Poster], [Role(Guild, View), Role(Poster, Send), Role(Stranger, Embed)]));

    [Fact]
    public void Of_RoleThatTheMemberHasNot_DoesNotCount() =>
        Assert.Equal(View, Of([Poster], [Role(Guild, View), Role(Poster, 0)], new PermissionOverwrite(Stranger, Send, View)));

    [Fact]
    public void Of_DeniedToEverybody_IsDenied() =>
        Assert.Equal(View, Of([], [Role(Guild, View | Send)], new PermissionOverwrite(Guild, 0, Send)));

    [Fact]
    public void Of_DeniedToEverybodyAndGrantedToARole_IsGranted() =>
        Assert.Equal(View | Send, Of([Poster], [Role(Guild, View | Send)], new PermissionOverwrite(Poster, Send, 0), new PermissionOverwrite(Guild, 0, Send)));

    [Fact]
    public void Of_GrantedToOneRoleAndDeniedToAnother_IsGranted() =>
        Assert.Equal(View | Send, Of([Poster, Muted], [Role(Guild, View | Send)], new PermissionOverwrite(Poster, Send, 0), new PermissionOverwrite(Muted, 0, Send)));

    [Fact]
    public void Of_GrantedToARoleAndDeniedToTheMember_IsDenied() =>
        Assert.Equal(View, Of([Poster], [Role(Guild, View)], new PermissionOverwrite(Member, 0, Send), new PermissionOverwrite(Poster, Send, 0)));

    [Fact]
    public void Of_DeniedToARoleAndGrantedToTheMember_IsGranted() =>
        Assert.Equal(View | Send, Of([Muted], [Role(Guild, View)], new PermissionOverwrite(Muted, 0, Send), new PermissionOverwrite(Member, Send, 0)));

    [Fact]
    public void Of_ChannelThatIsNotSeen_IsNothing() =>
        Assert.Equal(0UL, Of([], [Role(Guild, View | Send)], new PermissionOverwrite(Guild, Send, View)));

    [Fact]
    public void Of_Administrator_IsEverythingWhateverTheChannelSays() =>
        Assert.Equal(ulong.MaxValue, Of([Poster], [Role(Guild, 0), Role(Poster, 1 << 3)], new PermissionOverwrite(Guild, 0, View), new PermissionOverwrite(Member, 0, View)));

    private static ulong Of(ulong[] memberRoles, RolePermissions[] roles, params PermissionOverwrite[] overwrites) =>
        ChannelPermissions.Compute(Guild, Member, memberRoles, roles, overwrites);

    private static RolePermissions Role(ulong id, ulong permissions) => new(id, permissions);
}
