namespace PolicyBot.FakeDiscord.Control;

/// <summary>
/// Something that the control API does, with an example body. A path that ends in a slash takes a name after it.
/// </summary>
internal sealed record ControlRoute(
    string Method, string Path, string What, string? Example, Func<ControlRequest, Task<ControlResponse>> Answer);
