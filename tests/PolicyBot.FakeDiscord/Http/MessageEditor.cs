using System.Text.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>
/// Edits the bot's messages. Mentions are parsed again, with the defaults if the edit doesn't contain allowed_mentions.
/// </summary>
internal static class MessageEditor
{
    public static ApiResponse Apply(ApiState state, ApiRequest call, ulong id) =>
        Apply(state, call.Body, "", call.Files, id);

    public static ApiResponse Apply(
        ApiState state, JsonElement data, string path, IReadOnlyList<UploadedFile> files, ulong id)
    {
        if (state.World.FindMessage(id) is not { } current)
            return ApiResponse.UnknownMessage;
        var errors = new FieldErrors();
        MessageRules.Check(data, path, errors, current.Body.Flags);
        if (errors.Any)
            return ApiResponse.Invalid(errors);
        if (MessageBodyReader.Edit(current.Body, data, files, state.World.Ids).IsEmpty)
            return ApiResponse.EmptyMessage;
        var edited = state.World.Edit(id, old =>
        {
            var body = MessageBodyReader.Edit(old.Body, data, files, state.World.Ids);
            return old with { Body = body, Mentions = RequestMentions.Read(data, body, null, state.World) };
        });
        return edited is null
            ? ApiResponse.UnknownMessage
            : ApiResponse.Ok(MessageWriter.ToBytes(edited, MessageView.Http));
    }
}
