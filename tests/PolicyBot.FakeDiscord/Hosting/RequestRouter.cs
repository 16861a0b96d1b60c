using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Control;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Http;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>
/// Routes every request to the gateway, the HTTP API or the control API, or answers 404 as Discord does.
/// </summary>
internal sealed class RequestRouter
{
    private volatile GatewayEndpoint? _gateway;
    private volatile ApiPipeline? _api;
    private volatile ControlEndpoint? _control;

    public void Open(GatewayEndpoint toGateway, ApiPipeline toApi, ControlEndpoint toControl)
    {
        _control = toControl;
        _api = toApi;
        _gateway = toGateway;
    }

    public Task RunAsync(HttpContext context)
    {
        if (_gateway is not { } toGateway || _api is not { } toApi || _control is not { } toControl)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        if (GatewayEndpoint.Serves(context.Request.Path))
            return toGateway.RunAsync(context);
        if (context.Request.Path.StartsWithSegments(ControlEndpoint.Prefix, StringComparison.Ordinal))
            return toControl.RunAsync(context);
        return context.Request.Path.StartsWithSegments(ApiPipeline.Prefix, StringComparison.Ordinal)
            ? toApi.RunAsync(context)
            : NotFoundAsync(context);
    }

    private static async Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = ApiResponse.NotFound.Status;
        context.Response.ContentType = ApiResponse.NotFound.ContentType;
        await context.Response.Body.WriteAsync(ApiResponse.NotFound.Body, context.RequestAborted);
    }
}
