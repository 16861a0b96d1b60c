using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The bot's commands.</summary>
internal static class CommandRoutes
{
    private static readonly ApiResponse Unknown = ApiResponse.Error(404, 10063, "Unknown application command");

    public static ApiResponse List(ApiState state, ApiRequest call) =>
        Refusal(state, call) ?? ApiResponse.Ok(ToBytes(state.Commands.List(Guild(call))));

    public static ApiResponse Get(ApiState state, ApiRequest call) =>
        Refusal(state, call)
        ?? (state.Commands.Find(Guild(call), call.Id("command_id")) is { } command
            ? ApiResponse.Ok(command.Json)
            : Unknown);

    public static ApiResponse Replace(ApiState state, ApiRequest call) =>
        Refusal(state, call) ?? Reply(state.Commands.Replace(Guild(call), call.Body), isList: true);

    public static ApiResponse Add(ApiState state, ApiRequest call) =>
        Refusal(state, call) ?? Reply(state.Commands.Add(Guild(call), call.Body), isList: false);

    public static ApiResponse Change(ApiState state, ApiRequest call) =>
        Refusal(state, call)
        ?? (state.Commands.Update(Guild(call), call.Id("command_id"), call.Body) is { } change
            ? Reply(change, isList: false)
            : Unknown);

    public static ApiResponse Remove(ApiState state, ApiRequest call) =>
        Refusal(state, call)
            ?? (state.Commands.Remove(Guild(call), call.Id("command_id")) ? ApiResponse.NoContent : Unknown);

    /// <summary>The overwrites of all commands in a guild.</summary>
    public static ApiResponse ListPermissions(ApiState state, ApiRequest call)
    {
        if (Refusal(state, call) is { } refusal)
            return refusal;
        var guild = call.Id("guild_id");
        var all = state.CommandPermissions.List(guild);
        return ApiResponse.Ok(JsonBytes.Write((state, guild, all), static (writer, list) =>
        {
            writer.WriteStartArray();
            foreach (var (id, overwrites) in list.all)
                CommandPermissionsWriter.Write(
                    writer, list.state.World.Bot.ApplicationId, list.guild, id, overwrites);
            writer.WriteEndArray();
        }));
    }

    private static ulong? Guild(ApiRequest call) => call.OptionalId("guild_id");

    private static ApiResponse? Refusal(ApiState state, ApiRequest call)
    {
        if (call.Id("application_id") != state.World.Bot.ApplicationId)
            return ApiResponse.Error(403, 20012, "You are not authorized to perform this action on this application");
        return Guild(call) is { } guild && state.World.JoinedGuilds.All(known => known.Id != guild)
            ? ApiResponse.MissingAccess
            : null;
    }

    private static ApiResponse Reply(CommandResult change, bool isList)
    {
        if (change.Errors is { } errors)
            return ApiResponse.Invalid(errors);
        if (change.Limit is { } most)
        {
            var message = $"Maximum number of application commands reached ({most}).";
            return ApiResponse.Error(400, 30032, message) with { Violation = message };
        }

        if (change.IsDailyLimitReached)
            return ApiResponse.Error(
                400, 30034, "Max number of daily application command creates has been reached (200)");
        return new ApiResponse(change.IsNew ? 201 : 200, isList ? ToBytes(change.Commands) : change.Commands[0].Json);
    }

    private static byte[] ToBytes(IReadOnlyList<RegisteredCommand> commands) =>
        JsonBytes.Write(commands, static (writer, all) =>
        {
            writer.WriteStartArray();
            foreach (var command in all)
                writer.WriteRawValue(command.Json, skipInputValidation: true);
            writer.WriteEndArray();
        });
}
