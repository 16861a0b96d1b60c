using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>
/// Whether the bot may do in a channel what it asks for. A channel that is gone is unknown, one that the bot does not see is out of its
/// access, and in one that it sees it may lack permissions.
/// </summary>
internal static class ChannelAccess
{
    private static readonly ApiReply RefusedByUser = ApiReply.Error(403, 50007, "Cannot send messages to this user");
    private static readonly ApiReply NoHistory = ApiReply.Error(403, 160002, "Cannot reply without permission to read message history");

    /// <summary>The channel in the path, if the bot sees it; the refusal otherwise.</summary>
    public static DiscordChannel? Find(ApiState state, ApiCall call, out ApiReply refusal)
    {
        var channel = state.World.FindChannel(call.Id("channel_id"));
        refusal = channel is null ? ApiReply.UnknownChannel : ApiReply.MissingAccess;
        return channel is not null && state.World.Access.Sees(channel) ? channel : null;
    }

    /// <summary>Why the bot cannot post anything there; null when it can.</summary>
    public static ApiReply? RefusePosting(ApiState state, DiscordChannel channel)
    {
        if (channel.RecipientId is { } recipient && state.World.Access.IsRefusedBy(recipient))
            return RefusedByUser;
        return state.World.Access.May(channel, PermissionBits.SendMessages) ? null : ApiReply.MissingPermissions;
    }

    /// <summary>Why the bot cannot post that there; null when it can.</summary>
    public static ApiReply? RefuseMessage(ApiState state, DiscordChannel channel, JsonElement data, MessageBody body)
    {
        var access = state.World.Access;
        if (data.Items("embeds"u8).Any() && !access.May(channel, PermissionBits.EmbedLinks))
            return ApiReply.MissingPermissions;
        if (body.Attachments.Count > 0 && !access.May(channel, PermissionBits.AttachFiles))
            return ApiReply.MissingPermissions;
        return data.TryGet("message_reference"u8, out _) && !access.May(channel, PermissionBits.ReadMessageHistory) ? NoHistory : null;
    }
}
