using Microsoft.AspNetCore.Http;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>A request to the control API. The rest is the part of the path after the route.</summary>
internal sealed record ControlRequest(
    ControlRoute Route, string Rest, IQueryCollection Query, byte[] Body, CancellationToken Cancellation)
{
    public ControlInput ReadInput(params string[] known) => new(Body, Route.Example ?? "{}", known);
}
