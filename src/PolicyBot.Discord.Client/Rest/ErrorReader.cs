using System.Text.Json;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Client.Rest;

/// <summary>Reads the errors that Discord answers with.</summary>
internal static class ErrorReader
{
    private const int MaxFaults = 10;
    private const int MaxWords = 300;

    /// <summary>The error; where the body is none of Discord's, with the status alone.</summary>
    public static RequestRefusedException Read(DiscordRequest request, DiscordResponse reply)
    {
        try
        {
            using var document = JsonDocument.Parse(reply.Body);
            var error = document.RootElement;
            if (error.ValueKind == JsonValueKind.Object)
            {
                var code = error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var value) ? value : 0;
                var faults = new List<string>();
                if (error.TryGetProperty("errors", out var errors)) Collect(errors, "", faults);
                return new RequestRefusedException(request.Name, reply.Status, code, Text(error, "message") ?? reply.Status.ToString(), faults);
            }
        }
        catch (JsonException)
        {
            // Something before Discord answered, with a page of its own: the status has to do.
        }

        return new RequestRefusedException(request.Name, reply.Status, 0, reply.Status.ToString(), []);
    }

    // { "embeds": { "0": { "title": { "_errors": [ { "code": …, "message": … } ] } } } }
    private static void Collect(JsonElement errors, string path, List<string> faults)
    {
        if (errors.ValueKind != JsonValueKind.Object || faults.Count >= MaxFaults) return;
        foreach (var part in errors.EnumerateObject())
        {
            if (part.Name == "_errors" && part.Value.ValueKind == JsonValueKind.Array)
                faults.AddRange(part.Value.EnumerateArray().Take(MaxFaults - faults.Count).Select(e => $"{path}: {Text(e, "message")}"));
            else
                Collect(part.Value, path.Length == 0 ? part.Name : $"{path}.{part.Name}", faults);
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? Shortened(value.GetString()!)
            : null;

    private static string Shortened(string text) => text.Length <= MaxWords ? text : text[..MaxWords] + "…";
}
