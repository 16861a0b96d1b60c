using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>A request with its route.</summary>
internal sealed record ApiRequest(
    ApiRoute Route, IReadOnlyList<string> Values, IQueryCollection Query, JsonElement Body,
    IReadOnlyList<UploadedFile> Files)
{
    public string Value(string name)
    {
        for (var index = 0; index < Route.Names.Count; index++)
        {
            if (Route.Names[index] == name)
                return Values[index];
        }

        throw new ArgumentException($"The route {Route.Template} has no {name}.", nameof(name));
    }

    /// <summary>An id in the path. The router accepts only numbers.</summary>
    public ulong Id(string name) => JsonReading.ParseId(Value(name)) ?? 0;

    public ulong? OptionalId(string name) => Route.Names.Contains(name) ? Id(name) : null;
}
