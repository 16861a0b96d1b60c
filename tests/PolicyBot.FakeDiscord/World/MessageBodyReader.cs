using System.Text.Json;
using PolicyBot.FakeDiscord.Http;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.World;

/// <summary>Reads the body of a new or edited message, which is already validated.</summary>
internal static class MessageBodyReader
{
    private const int SettableFlags =
        MessageFlags.SuppressEmbeds | MessageFlags.Ephemeral | MessageFlags.SuppressNotifications
            | MessageFlags.ComponentsV2;

    public static MessageBody Create(JsonElement data, IReadOnlyList<UploadedFile> files, Snowflakes ids) =>
        Apply(new MessageBody { Flags = (data.Number("flags"u8) ?? 0) & SettableFlags }, data, files, ids);

    /// <summary>The body after an edit: missing properties stay, null removes them.</summary>
    public static MessageBody Edit(
        MessageBody body, JsonElement data, IReadOnlyList<UploadedFile> files, Snowflakes ids)
    {
        var flags = body.Flags & ~MessageFlags.Loading;
        if (data.Number("flags"u8) is { } given)
        {
            const int Editable = MessageFlags.SuppressEmbeds | MessageFlags.ComponentsV2;
            flags = flags & ~MessageFlags.SuppressEmbeds | given & Editable;
        }

        return Apply(body with { Flags = flags }, data, files, ids);
    }

    private static MessageBody Apply(
        MessageBody body, JsonElement data, IReadOnlyList<UploadedFile> files, Snowflakes ids)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return body;
        if (data.TryGetProperty("content"u8, out var content))
            body = body with { Content = content.ValueKind == JsonValueKind.String ? content.GetString()! : "" };
        if (data.TryGetProperty("embeds"u8, out var embeds))
            body = body with
            {
                Embeds = embeds.ValueKind == JsonValueKind.Array ? EmbedReader.Normalize(embeds) : MessageBody.NoItems
            };
        if (data.TryGetProperty("components"u8, out var components))
        {
            var isArray = components.ValueKind == JsonValueKind.Array;
            body = body with
            {
                Components = isArray ? ComponentReader.Normalize(components) : MessageBody.NoItems,
                ComponentText = isArray ? ComponentReader.GetText(components) : "",
            };
        }

        return body with { Attachments = Attach(body.Attachments, data, files, ids) };
    }

    private static IReadOnlyList<StoredAttachment> Attach(
        IReadOnlyList<StoredAttachment> kept, JsonElement data, IReadOnlyList<UploadedFile> files, Snowflakes ids)
    {
        var isNamed = data.TryGetProperty("attachments"u8, out var named);
        if (!isNamed && files.Count == 0)
            return kept;
        var described = named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().ToList() : [];
        if (isNamed)
            kept = [.. kept.Where(old => described.Any(item => item.Id("id"u8) == old.Id))];
        return
        [
            .. kept,
            .. files.Select(file => new StoredAttachment(
                ids.Next(),
                GetFileName(file, described),
                file.ContentType,
                file.Content,
                FindDescription(file, described).Text("description"u8))),
        ];
    }

    private static string GetFileName(UploadedFile file, List<JsonElement> described) =>
        FindDescription(file, described).Text("filename"u8) ?? file.FileName;

    private static JsonElement FindDescription(UploadedFile file, List<JsonElement> described) =>
        described.FirstOrDefault(item => item.Id("id"u8) == (ulong)file.Index);
}
