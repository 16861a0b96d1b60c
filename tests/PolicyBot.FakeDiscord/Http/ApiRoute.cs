namespace PolicyBot.FakeDiscord.Http;

/// <summary>A route of the API: its template, its limits, and what it does.</summary>
internal sealed class ApiRoute
{
    private readonly string[] _parts;

    public ApiRoute(
        string method, string template, Func<ApiState, ApiRequest, ApiResponse> answer,
        RouteLimit limit = RouteLimit.Usual)
    {
        Method = method;
        Template = template;
        Answer = answer;
        Limit = limit;
        _parts = template.Split('/');
        Names = [.. _parts.Where(IsName).Select(part => part[1..^1])];
        Bucket = RateLimits.RateLimiter.CreateBucketName(method, template);
    }

    public string Method { get; }

    public string Template { get; }

    public Func<ApiState, ApiRequest, ApiResponse> Answer { get; }

    public RouteLimit Limit { get; }

    public IReadOnlyList<string> Names { get; }

    public string Bucket { get; }

    /// <summary>The bot's token isn't required if the path contains an interaction's token.</summary>
    public bool NeedsToken => Limit is RouteLimit.Usual or RouteLimit.Posting;

    /// <summary>The values in a path that matches the template, or null.</summary>
    public IReadOnlyList<string>? Match(string[] path)
    {
        if (path.Length != _parts.Length)
            return null;
        var values = new string[Names.Count];
        var found = 0;
        for (var index = 0; index < _parts.Length; index++)
        {
            if (IsName(_parts[index]))
                values[found++] = Uri.UnescapeDataString(path[index]);
            else if (_parts[index] != path[index] && _parts[index] != Uri.UnescapeDataString(path[index]))
                return null;
        }

        return values;
    }

    /// <summary>The part of a path that its limits are counted by: the channel, guild or webhook.</summary>
    public string GetMajorParameter(IReadOnlyList<string> values) => Names.Count == 0
        ? ""
        : Names[0] switch
        {
            "webhook_id" => $"{values[0]}/{values[1]}",
            "channel_id" or "guild_id" => values[0],
            _ => Names.Contains("guild_id") ? values[1] : "",
        };

    private static bool IsName(string part) => part.StartsWith('{');
}
