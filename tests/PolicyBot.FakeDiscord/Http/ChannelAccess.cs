using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>
/// Checks whether the bot may do something in a channel. A deleted channel is unknown, one that the bot can't see is
/// inaccessible, and in one that it can see, it may lack permissions.
/// </summary>
internal static class ChannelAccess
{
    private static readonly ApiResponse RefusedByUser =
        ApiResponse.Error(403, 50007, "Cannot send messages to this user");
    private static readonly ApiResponse NoHistory =
        ApiResponse.Error(403, 160002, "Cannot reply without permission to read message history");

    /// <summary>The channel in the path if the bot can see it; otherwise the refusal.</summary>
    public static DiscordChannel? Find(ApiState state, ApiRequest call, out ApiResponse refusal)
    {
        var channel = state.World.FindChannel(call.Id("channel_id"));
        refusal = channel is null ? ApiResponse.UnknownChannel : ApiResponse.MissingAccess;
        return channel is not null && state.World.Access.CanSee(channel) ? channel : null;
    }

    /// <summary>Why the bot can't post anything there; null if it can.</summary>
    public static ApiResponse? RefusePosting(ApiState state, DiscordChannel channel)
    {
        if (channel.RecipientId is { } recipient && state.World.Access.RefusesDirectMessages(recipient))
            return RefusedByUser;
        return state.World.Access.HasPermissions(channel, PermissionBits.SendMessages)
            ? null
            : ApiResponse.MissingPermissions;
    }

    /// <summary>Why the bot can't post this there; null if it can.</summary>
    public static ApiResponse? RefuseMessage(ApiState state, DiscordChannel channel, JsonElement data, MessageBody body)
    {
        var access = state.World.Access;
        if (data.Items("embeds"u8).Any() && !access.HasPermissions(channel, PermissionBits.EmbedLinks))
            return ApiResponse.MissingPermissions;
        if (body.Attachments.Count > 0 && !access.HasPermissions(channel, PermissionBits.AttachFiles))
            return ApiResponse.MissingPermissions;
        return data.TryGet("message_reference"u8, out _)
            && !access.HasPermissions(channel, PermissionBits.ReadMessageHistory) ? NoHistory : null;
    }
}
