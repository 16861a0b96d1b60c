using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Guilds, their roles and members. Of a guild that it is not in, the bot does not learn whether there is one.</summary>
internal static class GuildRoutes
{
    private static readonly ApiReply Unknown = ApiReply.Error(404, 10004, "Unknown Guild");

    public static ApiReply Get(ApiState state, ApiCall call) =>
        Guild(state, call) is { } guild ? ApiReply.Ok(GuildWriter.Whole(guild, state.World)) : Unknown;

    public static ApiReply GetRoles(ApiState state, ApiCall call) => Guild(state, call) is { } guild
        ? ApiReply.Ok(JsonBytes.Write((guild, state.World), static (writer, known) => RoleWriter.WriteAll(writer, known.guild, known.World)))
        : Unknown;

    public static ApiReply GetMember(ApiState state, ApiCall call)
    {
        if (Guild(state, call) is not { } guild)
            return ApiReply.MissingAccess;
        return state.World.FindUser(call.Id("user_id")) is { } user
            ? ApiReply.Ok(JsonBytes.Write((user, guild, state.World), static (writer, known) =>
                MemberWriter.Write(writer, known.user, known.guild, known.World)))
            : ApiReply.Error(404, 10007, "Unknown Member");
    }

    private static DiscordGuild? Guild(ApiState state, ApiCall call) =>
        state.World.JoinedGuilds.FirstOrDefault(guild => guild.Id == call.Id("guild_id"));
}
