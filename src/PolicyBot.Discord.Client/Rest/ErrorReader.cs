using System.Text.Json;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Reads Discord's error responses.</summary>
internal static class ErrorReader
{
    private const int MaxErrors = 10;
    private const int MaxTextLength = 300;

    /// <summary>Reads an error response. If the body isn't in Discord's form, only the status is used.</summary>
    public static RequestRefusedException Read(DiscordRequest request, DiscordResponse response)
    {
        try
        {
            using var document = JsonDocument.Parse(response.Body);
            var body = document.RootElement;
            if (body.ValueKind == JsonValueKind.Object)
            {
                var errors = new List<string>();
                if (body.TryGetProperty("errors", out var fields)) AddErrors(fields, "", errors);
                var message = GetText(body, "message") ?? response.Status.ToString();
                return new RequestRefusedException(request.Name, response.Status, GetCode(body), message, errors);
            }
        }
        catch (JsonException)
        {
            // A proxy in front of Discord responded, with its own page.
        }

        return new RequestRefusedException(request.Name, response.Status, 0, response.Status.ToString(), []);
    }

    private static int GetCode(JsonElement body) =>
        body.TryGetProperty("code", out var number)
            && number.ValueKind == JsonValueKind.Number
            && number.TryGetInt32(out var code)
                ? code
                : 0;

    // { "embeds": { "0": { "title": { "_errors": [ { "code": …, "message": … } ] } } } }
    private static void AddErrors(JsonElement field, string path, List<string> errors)
    {
        if (field.ValueKind != JsonValueKind.Object || errors.Count >= MaxErrors) return;
        foreach (var part in field.EnumerateObject())
        {
            if (part.Name == "_errors" && part.Value.ValueKind == JsonValueKind.Array)
            {
                var list = part.Value.EnumerateArray().Take(MaxErrors - errors.Count);
                errors.AddRange(list.Select(e => $"{path}: {GetText(e, "message")}"));
            }
            else
            {
                AddErrors(part.Value, path.Length == 0 ? part.Name : $"{path}.{part.Name}", errors);
            }
        }
    }

    private static string? GetText(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? TextSplitter.Truncate(value.GetString()!, MaxTextLength)
                : null;
}
