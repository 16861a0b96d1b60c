using PolicyBot.FakeDiscord.Http;

namespace PolicyBot.FakeDiscord;

/// <summary>The planned faults of requests, in order.</summary>
public sealed class HttpFaults
{
    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];

    internal HttpFaults()
    {
    }

    /// <summary>
    /// Plans a fault for the next requests with this method and route (a template such as
    /// /channels/{channel_id}/messages; the names in braces are ignored); null matches any.
    /// </summary>
    public void Add(HttpFault fault, string? method = null, string? route = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        if (route is not null && !RouteTable.Knows(method, route))
            throw new ArgumentException(
                $"The server has no route {method} {route}. It has:\n{RouteTable.Listing}", nameof(route));
        lock (_gate)
            _planned.Add(new PlannedFault(fault, method, route is null ? null : RouteTable.Nameless(route), times));
    }

    /// <summary>Removes all faults that have not occurred yet.</summary>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
    }

    internal HttpFault? TakeNext(string method, string route)
    {
        lock (_gate)
        {
            if (_planned.Count == 0)
                return null;
            var nameless = RouteTable.Nameless(route);
            var index = _planned.FindIndex(fault => fault.Matches(method, nameless));
            if (index < 0)
                return null;
            var found = _planned[index];
            if (found.Times == 1)
                _planned.RemoveAt(index);
            else
                _planned[index] = found with { Times = found.Times - 1 };
            return found.Fault;
        }
    }
}
