using System.Text;
using Microsoft.Net.Http.Headers;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Parses a multipart/form-data body in memory (RFC 7578).</summary>
internal static class MultipartReader
{
    /// <summary>Returns what is wrong with the body, or null and its parts.</summary>
    public static string? TryRead(string boundary, ReadOnlyMemory<byte> body, out IReadOnlyList<MultipartPart> parts)
    {
        var found = new List<MultipartPart>();
        parts = found;
        if (boundary.Length == 0) return "the Content-Type names no boundary";

        // The first delimiter has no line break before it.
        var opening = Encoding.UTF8.GetBytes("--" + boundary);
        var delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        if (!body.Span.StartsWith(opening)) return "the body does not begin with its boundary";
        var rest = body[opening.Length..];
        while (!rest.Span.StartsWith("--"u8))
        {
            var end = rest.Span.IndexOf(delimiter);
            if (!rest.Span.StartsWith("\r\n"u8) || end < 0) return "the body ends before its last boundary";
            if (Part(rest[2..end]) is not { } part) return "a part has no blank line after its headers, or no name";
            found.Add(part);
            rest = rest[(end + delimiter.Length)..];
        }

        return null;
    }

    private static MultipartPart? Part(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Span.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        var header = Encoding.UTF8.GetString(bytes.Span[..end]).Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));
        var value = header?[(header.IndexOf(':') + 1)..];
        if (!ContentDispositionHeaderValue.TryParse(value, out var disposition)) return null;
        if (!disposition.Name.HasValue || disposition.DispositionType != "form-data") return null;

        var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return new MultipartPart(Text(disposition.Name), fileName.HasValue ? Text(fileName) : null, bytes[(end + 4)..]);
    }

    private static string Text(Microsoft.Extensions.Primitives.StringSegment value) =>
        HeaderUtilities.RemoveQuotes(value).ToString();
}
