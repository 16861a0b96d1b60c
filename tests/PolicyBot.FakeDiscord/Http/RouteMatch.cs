namespace PolicyBot.FakeDiscord.Http;

/// <summary>Where a path leads.</summary>
internal sealed record RouteMatch(ApiRoute? Route, IReadOnlyList<string> Values, bool IsPathKnown);
