using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Writes the first events of a session.</summary>
internal sealed class ReadyWriter(DiscordWorld world, Uri resumeUrl)
{
    public byte[] Write(GatewaySession session) => JsonBytes.Write(session, (writer, started) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("v"u8, 10);
        writer.WriteStartObject("user_settings"u8);
        writer.WriteEndObject();
        writer.WriteStartObject("user"u8);
        UserWriter.WriteUserProperties(writer, world.BotUser);
        writer.WriteBoolean("verified"u8, true);
        writer.WriteBoolean("mfa_enabled"u8, false);
        writer.WriteNull("email"u8);
        writer.WriteEndObject();
        writer.WriteStartArray("shard"u8);
        writer.WriteNumberValue(started.Shard);
        writer.WriteNumberValue(started.ShardCount);
        writer.WriteEndArray();
        writer.WriteString("session_type"u8, "normal"u8);
        writer.WriteString("session_id"u8, started.Id);
        writer.WriteString("resume_gateway_url"u8, resumeUrl.OriginalString);
        writer.WriteEmptyArray("relationships"u8);
        writer.WriteEmptyArray("private_channels"u8);
        writer.WriteEmptyArray("presences"u8);
        writer.WriteStartArray("guilds"u8);
        foreach (var guild in GetGuilds(started))
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, guild.Id);
            writer.WriteBoolean("unavailable"u8, true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEmptyArray("guild_join_requests"u8);
        writer.WriteStartObject("application"u8);
        writer.WriteId("id"u8, world.Bot.ApplicationId);
        writer.WriteNumber("flags"u8, 0);
        writer.WriteEndObject();
        writer.WriteStartArray("_trace"u8);
        writer.WriteStringValue("[\"fake-discord\"]"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public IEnumerable<DiscordGuild> GetGuilds(GatewaySession session) =>
        world.JoinedGuilds.Where(guild => session.IsSubscribedTo(guild.Id, 0));
}
