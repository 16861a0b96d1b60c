using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Guilds, their roles and members. The bot can't find out whether a guild exists that it isn't in.</summary>
internal static class GuildRoutes
{
    private static readonly ApiResponse Unknown = ApiResponse.Error(404, 10004, "Unknown Guild");

    public static ApiResponse Get(ApiState state, ApiRequest call) =>
        Guild(state, call) is { } guild ? ApiResponse.Ok(GuildWriter.WriteGuild(guild, state.World)) : Unknown;

    public static ApiResponse GetRoles(ApiState state, ApiRequest call) => Guild(state, call) is { } guild
        ? ApiResponse.Ok(
            JsonBytes.Write(
                (guild, state.World), static (writer, known) => RoleWriter.WriteAll(writer, known.guild, known.World)))
        : Unknown;

    public static ApiResponse GetMember(ApiState state, ApiRequest call)
    {
        if (Guild(state, call) is not { } guild)
            return ApiResponse.MissingAccess;
        return state.World.FindUser(call.Id("user_id")) is { } user
            ? ApiResponse.Ok(JsonBytes.Write((user, guild, state.World), static (writer, known) =>
                MemberWriter.Write(writer, known.user, known.guild, known.World)))
            : ApiResponse.Error(404, 10007, "Unknown Member");
    }

    private static DiscordGuild? Guild(ApiState state, ApiRequest call) =>
        state.World.JoinedGuilds.FirstOrDefault(guild => guild.Id == call.Id("guild_id"));
}
