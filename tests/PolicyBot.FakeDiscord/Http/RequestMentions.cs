using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Who is pinged by a body that the bot sent.</summary>
internal static class RequestMentions
{
    public static MessageMentions Read(JsonElement data, MessageBody body, DiscordUser? repliedTo, DiscordWorld world)
    {
        var allowed = data.TryGet("allowed_mentions"u8, out var given) ? given : (JsonElement?)null;
        var text = body.ComponentText.Length == 0 ? body.Content : $"{body.Content}\n{body.ComponentText}";
        return MentionReader.Read(text, allowed, repliedTo, world.FindUser);
    }
}
