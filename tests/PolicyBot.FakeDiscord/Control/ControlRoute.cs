namespace PolicyBot.FakeDiscord.Control;

/// <summary>
/// A route of the control API, with an example body. A path that ends in a slash is followed by a name.
/// </summary>
internal sealed record ControlRoute(
    string Method, string Path, string What, string? Example, Func<ControlRequest, Task<ControlResponse>> Answer);
