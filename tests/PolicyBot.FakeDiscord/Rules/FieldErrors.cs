using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Rules;

/// <summary>The errors in the fields of a body, nested as in Discord's "Invalid Form Body".</summary>
internal sealed class FieldErrors
{
    private readonly List<(string Path, string Code, string Message)> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>All errors in one line.</summary>
    public string Summary => string.Join("; ", _errors.Select(error => $"{error.Path}: {error.Message}"));

    public void Add(string path, string code, string message) => _errors.Add((path, code, message));

    public void UnknownType(string path, string known) =>
        Add(At(path, "type"), "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({known}).");

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>Checks a text, counted in code points, and returns it if it is present.</summary>
    public string? Text(JsonElement parent, string path, string name, int min, int max, bool isRequired = false)
    {
        var at = At(path, name);
        if (parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null)
        {
            if (isRequired)
                Required(at);
            return null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            Add(at, "STRING_TYPE_CONVERT", $"Could not interpret \"{value}\" as string.");
            return null;
        }

        var text = value.GetString()!;
        var length = TextLength.Count(text);
        if (isRequired && string.IsNullOrWhiteSpace(text))
            Required(at);
        else if (min > 0 && (length < min || length > max))
            Add(at, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        else if (length > max)
            Add(at, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        return text;
    }

    /// <summary>Checks an integer and returns it if it is present and valid.</summary>
    public int? Number(JsonElement parent, string path, string name, int min, int max, bool isRequired = false)
    {
        var at = At(path, name);
        if (parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null)
        {
            if (isRequired)
                Required(at);
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Add(at, "NUMBER_TYPE_COERCE", $"Value \"{value}\" is not int.");
            return null;
        }

        if (number >= min && number <= max)
            return number;
        if (number < min)
            Add(at, "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else
            Add(at, "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        return null;
    }

    /// <summary>Checks a list and returns its items; none if it is missing, null or not a list.</summary>
    public IReadOnlyList<JsonElement> Items(
        JsonElement parent, string path, string name, int min, int max, bool isRequired = false)
    {
        var at = At(path, name);
        if (parent.ValueKind != JsonValueKind.Object
            || !parent.TryGetProperty(name, out var value)
            || value.ValueKind == JsonValueKind.Null)
        {
            if (isRequired)
                Required(at);
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Add(at, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        var count = value.GetArrayLength();
        if (count < min || count > max)
        {
            Add(
                at,
                min > 0 ? "BASE_TYPE_BAD_LENGTH" : "BASE_TYPE_MAX_LENGTH",
                min > 0 ? $"Must be between {min} and {max} in length." : $"Must be {max} or fewer in length.");
        }

        return [.. value.EnumerateArray()];
    }

    /// <summary>
    /// The body of a 400 response. Like Discord, it reports only inner errors of a field if there are any.
    /// </summary>
    public byte[] ToBytes()
    {
        var tree = new JsonObject();
        foreach (var (path, code, message) in _errors)
        {
            var node = tree;
            foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
            {
                node.Remove("_errors");
                if (node[part] is not JsonObject inner)
                    node[part] = inner = [];
                node = inner;
            }

            if (node.Count > 0 && !node.ContainsKey("_errors"))
                continue;
            if (node["_errors"] is not JsonArray list)
                node["_errors"] = list = [];
            list.Add(new JsonObject { ["code"] = code, ["message"] = message });
        }

        var body = new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035, ["errors"] = tree };
        return JsonBytes.Write(body, static (writer, value) => value.WriteTo(writer));
    }

    public static string At(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    public static string At(string path, int index) => $"{path}.{index}";
}
