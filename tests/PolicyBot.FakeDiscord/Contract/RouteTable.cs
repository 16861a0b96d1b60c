namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Finds the route of a path. A literal segment takes precedence over a parameter.</summary>
internal sealed class RouteTable
{
    private readonly Dictionary<int, Route[]> _routesByLength;

    public RouteTable(IEnumerable<Route> routes)
    {
        _routesByLength = routes
            .GroupBy(route => route.Segments.Count)
            .ToDictionary(group => group.Key, group => group.Order(Literals).ToArray());
    }

    // Of two templates that both match, the one that is literal where they first differ comes first.
    private static Comparer<Route> Literals { get; } = Comparer<Route>.Create((left, right) => left.Segments
        .Zip(right.Segments, (a, b) => Route.IsParameter(a).CompareTo(Route.IsParameter(b)))
        .FirstOrDefault(order => order != 0));

    /// <summary>Finds the route and the values of its parameters; null if no template matches.</summary>
    public (Route Route, IReadOnlyDictionary<string, string> Values)? Find(string path)
    {
        if (!path.StartsWith('/')) return null;
        var segments = path[1..].Split('/');
        var found =
            _routesByLength.GetValueOrDefault(segments.Length, []).FirstOrDefault(route => Matches(route, segments));
        return found is null ? null : (found, Values(found, segments));
    }

    private static bool Matches(Route route, string[] segments)
    {
        for (var at = 0; at < segments.Length; at++)
        {
            var expected = route.Segments[at];
            if (Route.IsParameter(expected)
                ? segments[at].Length == 0
                : expected != Uri.UnescapeDataString(segments[at]))
                return false;
        }

        return true;
    }

    private static Dictionary<string, string> Values(Route route, string[] segments)
    {
        var values = new Dictionary<string, string>();
        for (var at = 0; at < segments.Length; at++)
        {
            if (Route.IsParameter(route.Segments[at]))
                values[route.Segments[at][1..^1]] = Uri.UnescapeDataString(segments[at]);
        }

        return values;
    }
}
