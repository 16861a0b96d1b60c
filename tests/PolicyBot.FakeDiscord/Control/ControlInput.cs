using System.Text.Json;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>The JSON body of a control request. Errors say what is missing or of the wrong type, and the fix.</summary>
internal sealed class ControlInput
{
    private readonly JsonElement _body;

    public ControlInput(byte[] json, string example, params string[] known)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Length == 0 ? "{}"u8.ToArray() : json);
            _body = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new ControlException($"The body is not JSON. Send for example: {example}", exception);
        }

        if (_body.ValueKind != JsonValueKind.Object)
            throw new ControlException($"The body is not a JSON object. Send for example: {example}");
        Example = example;
        if (_body.EnumerateObject()
            .Select(property => property.Name)
            .FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ControlException(
                $"There is no \"{unknown}\" here, but: {string.Join(", ", known)}. Send for example: {example}");
    }

    private string Example { get; }

    public string Text(string name) =>
        OptionalText(name) ?? throw new ControlException($"\"{name}\" is missing. Send for example: {Example}");

    public string? OptionalText(string name)
    {
        if (!Has(name, out var value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => throw new ControlException($"\"{name}\" must be text. Send for example: {Example}"),
        };
    }

    public int? Number(string name)
    {
        if (!Has(name, out var value))
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new ControlException($"\"{name}\" must be a whole number. Send for example: {Example}");
    }

    public bool Flag(string name, bool otherwise = false)
    {
        if (!Has(name, out var value))
            return otherwise;
        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new ControlException($"\"{name}\" must be true or false. Send for example: {Example}");
    }

    /// <summary>Names with strings, numbers or booleans.</summary>
    public IReadOnlyDictionary<string, object> Values(string name)
    {
        if (!Has(name, out var value))
            return new Dictionary<string, object>();
        if (value.ValueKind != JsonValueKind.Object)
            throw new ControlException($"\"{name}\" must be an object. Send for example: {Example}");
        return value.EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Value.ValueKind switch
            {
                JsonValueKind.String => (object)property.Value.GetString()!,
                JsonValueKind.Number when property.Value.TryGetInt64(out var whole) => whole,
                JsonValueKind.Number => property.Value.GetDouble(),
                JsonValueKind.True or JsonValueKind.False => property.Value.GetBoolean(),
                _ => throw new ControlException($"\"{name}.{property.Name}\" must be text, a number, true or false."),
            });
    }

    /// <summary>Names with lists of texts; a single text is a list of one.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists(string name)
    {
        if (!Has(name, out var value))
            return new Dictionary<string, IReadOnlyList<string>>();
        if (value.ValueKind != JsonValueKind.Object)
            throw new ControlException($"\"{name}\" must be an object. Send for example: {Example}");
        return value.EnumerateObject().ToDictionary(
            property => property.Name,
            IReadOnlyList<string> (property) => property.Value.ValueKind == JsonValueKind.Array
                ? [.. property.Value.EnumerateArray().Select(item => item.ToString())]
                : [property.Value.ToString()]);
    }

    public IReadOnlyList<string> OptionalTexts(string name) => Has(name, out _) ? Texts(name) : [];

    public IReadOnlyList<string> Texts(string name)
    {
        if (!Has(name, out var value) || value.ValueKind != JsonValueKind.Array)
            throw new ControlException($"\"{name}\" must be a list of texts. Send for example: {Example}");
        return [.. value.EnumerateArray().Select(item => item.ToString())];
    }

    public ulong Id(string name) => JsonReading.ParseId(Text(name))
        ?? throw new ControlException($"\"{name}\" must be an id. Send for example: {Example}");

    private bool Has(string name, out JsonElement value) =>
        _body.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
