using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Writes guilds: whole, or as in a list.</summary>
internal static class GuildWriter
{
    private static readonly string[] NullProperties =
    [
        "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id",
        "afk_channel_id",
        "widget_channel_id", "max_presences", "vanity_url_code", "rules_channel_id", "safety_alerts_channel_id",
        "public_updates_channel_id", "incidents_data",
    ];

    private static readonly string[] EmptyLists =
        ["voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds"];

    private static readonly string[] ZeroProperties =
    [
        "system_channel_flags", "verification_level", "default_message_notifications", "mfa_level",
        "explicit_content_filter",
        "premium_tier", "premium_subscription_count", "nsfw_level",
    ];

    public static byte[] WriteGuild(DiscordGuild guild, DiscordWorld world) =>
        JsonBytes.Write((guild, world), static (writer, state) =>
        {
            writer.WriteStartObject();
            WriteProperties(writer, state.guild, state.world);
            writer.WriteEndObject();
        });

    /// <summary>The data of GUILD_CREATE.</summary>
    public static byte[] WriteGuildCreate(DiscordGuild guild, DiscordWorld world) =>
        JsonBytes.Write((guild, world), static (writer, state) =>
        {
            writer.WriteStartObject();
            WriteProperties(writer, state.guild, state.world);
            writer.WriteString("joined_at"u8, "2024-01-02T03:04:05.000000+00:00"u8);
            writer.WriteBoolean("large"u8, false);
            writer.WriteBoolean("unavailable"u8, false);
            writer.WriteNumber("member_count"u8, state.world.Users.Count);
            writer.WriteStartArray("members"u8);
            MemberWriter.Write(writer, state.world.BotUser, state.guild, state.world);
            writer.WriteEndArray();
            var channels = state.world.Channels.Where(channel => channel.GuildId == state.guild.Id).ToList();
            WriteChannels(writer, "channels"u8, channels.Where(channel => channel.ParentId is null), state.world);
            WriteChannels(writer, "threads"u8, channels.Where(channel => channel.ParentId is not null), state.world);
            foreach (var name in EmptyLists)
            {
                writer.WriteStartArray(name);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        });

    private static void WriteChannels(
        Utf8JsonWriter writer, ReadOnlySpan<byte> name, IEnumerable<DiscordChannel> channels, DiscordWorld world)
    {
        writer.WriteStartArray(name);
        foreach (var channel in channels)
            ChannelWriter.Write(writer, channel, world);
        writer.WriteEndArray();
    }

    /// <summary>A guild as GET /users/@me/guilds lists it.</summary>
    public static void WriteListItem(Utf8JsonWriter writer, DiscordGuild guild, DiscordWorld world)
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, guild.Id);
        writer.WriteString("name"u8, guild.Name);
        writer.WriteNull("icon"u8);
        writer.WriteNull("banner"u8);
        writer.WriteBoolean("owner"u8, false);
        writer.WriteId("permissions"u8, world.Access.GetPermissions(guild.Id));
        writer.WriteEmptyArray("features"u8);
        writer.WriteEndObject();
    }

    /// <summary>The data of GUILD_DELETE when the bot was removed.</summary>
    public static byte[] WriteGuildDelete(DiscordGuild guild) => JsonBytes.Write(guild, static (writer, left) =>
    {
        writer.WriteStartObject();
        writer.WriteId("id"u8, left.Id);
        writer.WriteEndObject();
    });

    private static void WriteProperties(Utf8JsonWriter writer, DiscordGuild guild, DiscordWorld world)
    {
        writer.WriteId("id"u8, guild.Id);
        writer.WriteString("name"u8, guild.Name);
        writer.WriteId("owner_id"u8, world.Users.FirstOrDefault(user => !user.IsBot)?.Id ?? world.BotUser.Id);
        foreach (var name in NullProperties)
            writer.WriteNull(name);
        foreach (var name in ZeroProperties)
            writer.WriteNumber(name, 0);
        writer.WriteEmptyArray("features"u8);
        writer.WriteEmptyArray("emojis"u8);
        writer.WriteEmptyArray("stickers"u8);
        writer.WriteId("system_channel_id"u8, world.Access.GetSystemChannel(guild.Id));
        writer.WritePropertyName("roles"u8);
        RoleWriter.WriteAll(writer, guild, world);
        writer.WriteString("region"u8, "deprecated"u8);
        writer.WriteNumber("afk_timeout"u8, 300);
        writer.WriteBoolean("widget_enabled"u8, false);
        writer.WriteNumber("max_members"u8, 500_000);
        writer.WriteNumber("max_stage_video_channel_users"u8, 50);
        writer.WriteNumber("max_video_channel_users"u8, 25);
        writer.WriteString("preferred_locale"u8, "en-US"u8);
        writer.WriteBoolean("premium_progress_bar_enabled"u8, false);
        writer.WriteBoolean("nsfw"u8, false);
    }
}
