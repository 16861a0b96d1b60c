using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Reads the body of a request: JSON, or a form with payload_json and files.</summary>
internal static class RequestBodyReader
{
    public static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0)
            return [];
        using var buffer = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, 1 << 20));
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.Length == buffer.GetBuffer().Length ? buffer.GetBuffer() : buffer.ToArray();
    }

    public static async Task<RequestBody> ParseAsync(
        byte[] body, string? contentType, CancellationToken cancellationToken)
    {
        if (body.Length == 0)
            return new RequestBody(default, [], null);
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return RequestBody.WrongContentType;
        if (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return ParseJson(body, []);
        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ParseFormAsync(body, HeaderUtilities.RemoveQuotes(type.Boundary).Value, cancellationToken)
            : RequestBody.WrongContentType;
    }

    private static async Task<RequestBody> ParseFormAsync(
        byte[] body, string? boundary, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(boundary))
            return RequestBody.WrongContentType;
        var payload = Array.Empty<byte>();
        var files = new List<UploadedFile>();
        try
        {
            var reader = new MultipartReader(boundary, new MemoryStream(body));
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                using var content = new MemoryStream();
                await section.Body.CopyToAsync(content, cancellationToken);
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
                    continue;
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (name == "payload_json")
                    payload = content.ToArray();
                else if (IndexOf(name) is { } index)
                {
                    var type = section.ContentType ?? "application/octet-stream";
                    files.Add(new UploadedFile(index, FileName(disposition), type, content.ToArray()));
                }
            }
        }
        catch (IOException)
        {
            return RequestBody.NotJson;
        }

        return payload.Length == 0 ? new RequestBody(default, files, null) : ParseJson(payload, files);
    }

    private static string FileName(ContentDispositionHeaderValue disposition)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return HeaderUtilities.RemoveQuotes(name).Value ?? "file";
    }

    private static int? IndexOf(string name) =>
        name.StartsWith("files[", StringComparison.Ordinal)
        && name.EndsWith(']')
        && int.TryParse(name.AsSpan(6, name.Length - 7), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    private static RequestBody ParseJson(byte[] json, IReadOnlyList<UploadedFile> files)
    {
        try
        {
            return new RequestBody(StrictJson.Parse(json).RootElement, files, null);
        }
        catch (JsonException)
        {
            return RequestBody.NotJson;
        }
    }
}
