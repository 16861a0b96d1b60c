using System.Globalization;
using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>Discord's limits for embeds.</summary>
internal static class EmbedRules
{
    private const int SummedLength = 6000;

    public static void Check(JsonElement data, string path, FieldErrors errors)
    {
        var summed = 0;
        var list = FieldErrors.At(path, "embeds");
        var index = 0;
        foreach (var embed in errors.Items(data, path, "embeds", 0, 10))
            summed += CheckOne(embed, FieldErrors.At(list, index++), errors);
        if (summed > SummedLength)
            errors.Add(list, "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {SummedLength}");
    }

    private static int CheckOne(JsonElement embed, string path, FieldErrors errors)
    {
        if (embed.ValueKind != JsonValueKind.Object)
        {
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            return 0;
        }

        var length = TextLength.Count(errors.Text(embed, path, "title", 0, 256))
            + TextLength.Count(errors.Text(embed, path, "description", 0, 4096));
        Url(embed, path, "url", errors);
        if (embed.TryGet("footer"u8, out var footer))
        {
            var at = FieldErrors.At(path, "footer");
            length += TextLength.Count(errors.Text(footer, at, "text", 0, 2048, isRequired: true));
            Url(footer, at, "icon_url", errors);
        }

        if (embed.TryGet("author"u8, out var author))
        {
            var at = FieldErrors.At(path, "author");
            length += TextLength.Count(errors.Text(author, at, "name", 0, 256, isRequired: true));
            Url(author, at, "url", errors);
            Url(author, at, "icon_url", errors);
        }

        if (embed.TryGet("image"u8, out var image))
            Url(image, FieldErrors.At(path, "image"), "url", errors);
        if (embed.TryGet("thumbnail"u8, out var thumbnail))
            Url(thumbnail, FieldErrors.At(path, "thumbnail"), "url", errors);
        errors.Number(embed, path, "color", 0, 0xFFFFFF);
        if (embed.Text("timestamp"u8) is { } time
            && !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            errors.Add(
                FieldErrors.At(path, "timestamp"), "DATE_TIME_TYPE_PARSE",
                $"Could not parse {time}. Should be ISO8601.");
        }

        length += CheckFields(embed, path, errors);
        if (!HasSomethingToShow(embed))
            errors.Required(FieldErrors.At(path, "description"));
        return length;
    }

    private static int CheckFields(JsonElement embed, string path, FieldErrors errors)
    {
        var length = 0;
        var list = FieldErrors.At(path, "fields");
        var index = 0;
        foreach (var field in errors.Items(embed, path, "fields", 0, 25))
        {
            var at = FieldErrors.At(list, index++);
            length += TextLength.Count(errors.Text(field, at, "name", 0, 256, isRequired: true))
                + TextLength.Count(errors.Text(field, at, "value", 0, 1024, isRequired: true));
        }

        return length;
    }

    private static bool HasSomethingToShow(JsonElement embed) =>
        !string.IsNullOrWhiteSpace(embed.Text("title"u8))
        || !string.IsNullOrWhiteSpace(embed.Text("description"u8))
        || embed.TryGet("footer"u8, out _)
        || embed.TryGet("author"u8, out _)
        || embed.TryGet("image"u8, out _)
        || embed.TryGet("thumbnail"u8, out _)
        || embed.Items("fields"u8).Any();

    private static void Url(JsonElement parent, string path, string name, FieldErrors errors)
    {
        if (errors.Text(parent, path, name, 0, 2048) is not { } url)
            return;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
            errors.Add(FieldErrors.At(path, name), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        else if (parsed.Scheme is not ("http" or "https" or "attachment"))
        {
            errors.Add(
                FieldErrors.At(path, name), "URL_TYPE_INVALID_SCHEME",
                $"Scheme \"{parsed.Scheme}\" must be one of ('http', 'https').");
        }
    }
}
