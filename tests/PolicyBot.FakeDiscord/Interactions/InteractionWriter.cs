using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Writes the event of an interaction.</summary>
internal sealed class InteractionWriter(DiscordWorld world)
{
    private const int AttachmentSizeLimit = 10 * 1024 * 1024;

    public byte[] Write(InteractionState state, Action<Utf8JsonWriter> writeData) =>
        JsonBytes.Write(state, (writer, interaction) =>
        {
            var origin = interaction.Origin;
            writer.WriteStartObject();
            writer.WriteNumber("version"u8, 1);
            writer.WriteNumber("type"u8, origin.Type);
            writer.WriteString("token"u8, interaction.Token);
            writer.WriteId("id"u8, interaction.Id);
            writer.WriteId("application_id"u8, world.Bot.ApplicationId);
            writer.WritePropertyName("data"u8);
            writeData(writer);
            writer.WriteString("locale"u8, "en-US"u8);
            WritePlace(writer, origin);
            writer.WriteId("app_permissions"u8, GetBotPermissions(origin.Channel));
            writer.WriteEmptyArray("entitlements"u8);
            writer.WriteEmptyArray("entitlement_sku_ids"u8);
            writer.WriteStartObject("authorizing_integration_owners"u8);
            if (origin.Channel.IsOnlyUserInstalled)
                writer.WriteId("1"u8, origin.User.Id);
            else
                writer.WriteId("0"u8, origin.Channel.GuildId ?? 0);
            writer.WriteEndObject();
            writer.WriteNumber("context"u8, origin.Channel.GuildId is null ? 1 : 0);
            writer.WriteNumber("attachment_size_limit"u8, AttachmentSizeLimit);
            if (origin.Source is { } source)
            {
                writer.WritePropertyName("message"u8);
                MessageWriter.Write(writer, source, MessageView.Http);
            }

            writer.WriteEndObject();
        });

    /// <summary>The bot's permissions there; if the bot isn't there, those it has through the user.</summary>
    private ulong GetBotPermissions(DiscordChannel channel) =>
        channel.IsOnlyUserInstalled ? DiscordUser.MemberPermissions : world.Access.GetPermissions(channel);

    private void WritePlace(Utf8JsonWriter writer, InteractionOrigin origin)
    {
        var channel = origin.Channel;
        writer.WriteId("channel_id"u8, channel.Id);
        writer.WritePropertyName("channel"u8);
        ChannelWriter.Write(writer, channel, world, origin.User.Permissions);
        if (channel.GuildId is not { } guildId)
        {
            writer.WriteUser("user"u8, origin.User);
            return;
        }

        writer.WriteId("guild_id"u8, guildId);
        writer.WriteStartObject("guild"u8);
        writer.WriteId("id"u8, guildId);
        writer.WriteString("locale"u8, "en-US"u8);
        writer.WriteEmptyArray("features"u8);
        writer.WriteEndObject();
        writer.WriteString("guild_locale"u8, "en-US"u8);
        writer.WriteMember("member"u8, origin.User, isWhole: true);
    }
}
