using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The bot's account and its guilds.</summary>
internal static class AccountRoutes
{
    private const int MostGuilds = 200;

    public static ApiResponse GetUser(ApiState state, ApiRequest call) =>
        ApiResponse.Ok(JsonBytes.Write(state, static (writer, known) =>
        {
            writer.WriteStartObject();
            UserWriter.WriteUserProperties(writer, known.World.BotUser);
            writer.WriteBoolean("mfa_enabled"u8, false);
            writer.WriteString("locale"u8, "en-US"u8);
            writer.WriteNumber("premium_type"u8, 0);
            writer.WriteNull("email"u8);
            writer.WriteBoolean("verified"u8, true);
            writer.WriteEndObject();
        }));

    public static ApiResponse GetOtherUser(ApiState state, ApiRequest call) =>
        state.World.FindUser(call.Id("user_id")) is { } user
            ? ApiResponse.Ok(JsonBytes.Write(user, static (writer, known) => writer.WriteUserValue(known)))
            : ApiResponse.Error(404, 10013, "Unknown User");

    public static ApiResponse GetApplication(ApiState state, ApiRequest call) =>
        ApiResponse.Ok(JsonBytes.Write(state, static (writer, known) =>
        {
            writer.WriteStartObject();
            writer.WriteId("id"u8, known.World.Bot.ApplicationId);
            writer.WriteString("name"u8, known.World.Bot.Name);
            writer.WriteNull("icon"u8);
            writer.WriteString("description"u8, ""u8);
            writer.WriteNull("type"u8);
            writer.WriteString("verify_key"u8, new string('0', 64));
            writer.WriteNumber("flags"u8, 0);
            writer.WriteString("flags_new"u8, "0"u8);
            writer.WriteEmptyArray("redirect_uris"u8);
            writer.WriteNull("interactions_endpoint_url"u8);
            writer.WriteNull("role_connections_verification_url"u8);
            writer.WriteUser("owner"u8, known.World.Users.FirstOrDefault(user => !user.IsBot) ?? known.World.BotUser);
            writer.WriteUser("bot"u8, known.World.BotUser);
            writer.WriteBoolean("bot_public"u8, true);
            writer.WriteBoolean("bot_require_code_grant"u8, false);
            writer.WriteNumber("approximate_guild_count"u8, known.World.JoinedGuilds.Count());
            writer.WriteNumber("approximate_user_install_count"u8, 0);
            writer.WriteNumber("approximate_user_authorization_count"u8, 0);
            writer.WriteNumber("explicit_content_filter"u8, 0);
            writer.WriteNull("team"u8);
            writer.WriteEmptyArray("eligible_oauth2_scopes"u8);
            writer.WriteEndObject();
        }));

    public static ApiResponse GetGuilds(ApiState state, ApiRequest call)
    {
        var limit = int.TryParse(call.Query["limit"], out var asked) ? Math.Clamp(asked, 1, MostGuilds) : MostGuilds;
        var after = JsonReading.ParseId(call.Query["after"]) ?? 0;
        var before = JsonReading.ParseId(call.Query["before"]) ?? ulong.MaxValue;
        var guilds = state.World.JoinedGuilds.Where(guild => guild.Id > after && guild.Id < before).Take(limit);
        return ApiResponse.Ok(JsonBytes.Write((guilds, state.World), static (writer, listed) =>
        {
            writer.WriteStartArray();
            foreach (var guild in listed.guilds)
                GuildWriter.WriteListItem(writer, guild, listed.World);
            writer.WriteEndArray();
        }));
    }

    public static ApiResponse OpenDirectMessages(ApiState state, ApiRequest call)
    {
        if (call.Body.Id("recipient_id"u8) is not { } recipientId)
        {
            var errors = new FieldErrors();
            errors.Required("recipient_id");
            return ApiResponse.Invalid(errors);
        }

        if (state.World.FindUser(recipientId) is not { } recipient)
            return ApiResponse.Error(404, 10013, "Unknown User");
        return recipient.IsBot
            ? ApiResponse.Error(400, 50007, "Cannot send messages to this user")
            : ApiResponse.Ok(ChannelWriter.ToBytes(state.World.GetDirectMessages(recipient), state.World));
    }
}
