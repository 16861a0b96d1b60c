namespace PolicyBot.FakeDiscord.Http;

/// <summary>A fault and the requests that it applies to.</summary>
internal sealed record PlannedFault(HttpFault Fault, string? Method, string? NamelessRoute, int Times)
{
    public bool Matches(string method, string namelessRoute) =>
        (Method is null || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (NamelessRoute is null || NamelessRoute == namelessRoute);
}
