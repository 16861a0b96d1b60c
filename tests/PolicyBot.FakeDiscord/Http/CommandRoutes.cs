using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The bot's commands.</summary>
internal static class CommandRoutes
{
    private static readonly ApiReply Unknown = ApiReply.Error(404, 10063, "Unknown application command");

    public static ApiReply List(ApiState state, ApiCall call) =>
        Refusal(state, call) ?? ApiReply.Ok(ToBytes(state.Commands.List(Guild(call))));

    public static ApiReply Get(ApiState state, ApiCall call) =>
        Refusal(state, call)
        ?? (state.Commands.Find(Guild(call), call.Id("command_id")) is { } command ? ApiReply.Ok(command.Json) : Unknown);

    public static ApiReply Replace(ApiState state, ApiCall call) =>
        Refusal(state, call) ?? Reply(state.Commands.Replace(Guild(call), call.Body), isList: true);

    public static ApiReply Add(ApiState state, ApiCall call) =>
        Refusal(state, call) ?? Reply(state.Commands.Add(Guild(call), call.Body), isList: false);

    public static ApiReply Change(ApiState state, ApiCall call) =>
        Refusal(state, call)
        ?? (state.Commands.Change(Guild(call), call.Id("command_id"), call.Body) is { } change ? Reply(change, isList: false) : Unknown);

    public static ApiReply Remove(ApiState state, ApiCall call) =>
        Refusal(state, call) ?? (state.Commands.Remove(Guild(call), call.Id("command_id")) ? ApiReply.NoContent : Unknown);

    private static ulong? Guild(ApiCall call) => call.OptionalId("guild_id");

    private static ApiReply? Refusal(ApiState state, ApiCall call)
    {
        if (call.Id("application_id") != state.World.Bot.ApplicationId)
            return ApiReply.Error(403, 20012, "You are not authorized to perform this action on this application");
        return Guild(call) is { } guild && state.World.JoinedGuilds.All(known => known.Id != guild)
            ? ApiReply.MissingAccess
            : null;
    }

    private static ApiReply Reply(CommandChange change, bool isList)
    {
        if (change.Errors is { } errors)
            return ApiReply.Invalid(errors);
        if (change.FullAt is { } most)
        {
            var message = $"Maximum number of application commands reached ({most}).";
            return ApiReply.Error(400, 30032, message) with { Violation = message };
        }

        if (change.IsTooMany)
            return ApiReply.Error(400, 30034, "Max number of daily application command creates has been reached (200)");
        return new ApiReply(change.IsNew ? 201 : 200, isList ? ToBytes(change.Commands) : change.Commands[0].Json);
    }

    private static byte[] ToBytes(IReadOnlyList<RegisteredCommand> commands) => JsonBytes.Write(commands, static (writer, all) =>
    {
        writer.WriteStartArray();
        foreach (var command in all)
            writer.WriteRawValue(command.Json, skipInputValidation: true);
        writer.WriteEndArray();
    });
}
