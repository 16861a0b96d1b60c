using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>
/// Whether the bot may do in a channel what it asks for. A channel that is gone is unknown, one that the bot does not
/// see is out of its access, and in one that it sees it may lack permissions.
/// </summary>
internal static class ChannelAccess
{
    private static readonly ApiResponse RefusedByUser =
        ApiResponse.Error(403, 50007, "Cannot send messages to this user");
    private static readonly ApiResponse NoHistory =
        ApiResponse.Error(403, 160002, "Cannot reply without permission to read message history");

    /// <summary>The channel in the path, if the bot sees it; the refusal otherwise.</summary>
    public static DiscordChannel? Find(ApiState state, ApiRequest call, out ApiResponse refusal)
    {
        var channel = state.World.FindChannel(call.Id("channel_id"));
        refusal = channel is null ? ApiResponse.UnknownChannel : ApiResponse.MissingAccess;
        return channel is not null && state.World.Access.CanSee(channel) ? channel : null;
    }

    /// <summary>Why the bot cannot post anything there; null when it can.</summary>
    public static ApiResponse? RefusePosting(ApiState state, DiscordChannel channel)
    {
        if (channel.RecipientId is { } recipient && state.World.Access.RefusesDirectMessages(recipient))
            return RefusedByUser;
        return state.World.Access.HasPermissions(channel, PermissionBits.SendMessages)
            ? null
            : ApiResponse.MissingPermissions;
    }

    /// <summary>Why the bot cannot post that there; null when it can.</summary>
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
