using System.Text.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Edits of the bot's messages. Mentions are parsed afresh, with the defaults if the edit says nothing of them.</summary>
internal static class MessageEdits
{
    public static ApiReply Apply(ApiState state, ApiCall call, ulong id) => Apply(state, call.Body, "", call.Files, id);

    public static ApiReply Apply(
        ApiState state, JsonElement data, string path, IReadOnlyList<UploadedFile> files, ulong id)
    {
        if (state.World.FindMessage(id) is not { } current)
            return ApiReply.UnknownMessage;
        var errors = new FieldErrors();
        MessageRules.Check(data, path, errors, current.Body.Flags);
        if (errors.Any)
            return ApiReply.Invalid(errors);
        if (BodyReader.Edit(current.Body, data, files, state.World.Ids).IsEmpty)
            return ApiReply.EmptyMessage;
        var edited = state.World.Edit(id, old =>
        {
            var body = BodyReader.Edit(old.Body, data, files, state.World.Ids);
            return old with { Body = body, Mentions = Mentions.Of(data, body, null, state.World) };
        });
        return edited is null ? ApiReply.UnknownMessage : ApiReply.Ok(MessageWriter.ToBytes(edited, MessageView.Http));
    }
}
