using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// A multipart body: JSON in the part <c>payload_json</c> with files, or only fields if an operation accepts no JSON.
/// </summary>
internal sealed partial class MultipartContract
{
    private const string Payload = "payload_json";

    private readonly SchemaValidator? _json;
    private readonly Lazy<SchemaValidator> _fields;
    private readonly IReadOnlySet<string> _names;

    public MultipartContract(JsonElement schema, SchemaValidator? json, SchemaBuilder builder)
    {
        _json = json;
        _fields = new(() => builder.Build(schema));
        _names = builder.GetProperties(schema);
    }

    public IReadOnlyList<string> Check(string boundary, ReadOnlyMemory<byte> body)
    {
        if (MultipartReader.TryRead(boundary, body, out var parts) is { } problem) return [$"$: {problem}"];

        var doubled = parts.GroupBy(part => part.Name).Where(group => group.Count() > 1).ToArray();
        if (doubled.Length > 0) return [.. doubled.Select(group => $"part {group.Key}: given twice")];
        if (_json is null) return CheckFields(parts);
        return [.. CheckPayload(parts, _json), .. parts.Where(part => part.Name != Payload).SelectMany(CheckFile)];
    }

    private static IReadOnlyList<string> CheckPayload(IReadOnlyList<MultipartPart> parts, SchemaValidator json)
    {
        var payload = parts.FirstOrDefault(part => part.Name == Payload);
        return payload is null ? [$"part {Payload}: missing"] : JsonBody.Check(payload.Content, json);
    }

    private IEnumerable<string> CheckFile(MultipartPart part)
    {
        var isKnown = FileName.IsMatch(part.Name) || _names.Contains(part.Name);
        if (!isKnown) yield return $"part {part.Name}: unknown, files are files[0] to files[9]";
        if (isKnown && string.IsNullOrEmpty(part.FileName)) yield return $"part {part.Name}: a file needs a filename";
    }

    private string[] CheckFields(IReadOnlyList<MultipartPart> parts)
    {
        var fields = new JsonObject(parts.Select(part =>
            KeyValuePair.Create(
                part.Name, (JsonNode?)(part.FileName is null ? Encoding.UTF8.GetString(part.Content.Span) : ""))));
        return [
            .. _fields.Value.Check(JsonSerializer.SerializeToElement(fields)).Select(problem => problem.ToString())
        ];
    }

    [GeneratedRegex(@"^files\[[0-9]\]$")]
    private static partial Regex FileName { get; }
}
