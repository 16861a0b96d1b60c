namespace PolicyBot.FakeDiscord.Http;

/// <summary>The route of a path.</summary>
internal sealed record RouteMatch(ApiRoute? Route, IReadOnlyList<string> Values, bool IsPathKnown);
