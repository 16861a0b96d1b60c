using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Http;
using PolicyBot.FakeDiscord.Interactions;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>The control API: lets a person with curl, or a program, act as users do and cause faults.</summary>
internal sealed class ControlEndpoint
{
    public const string Prefix = "/control";

    private readonly IReadOnlyList<ControlRoute> _routes;
    private readonly string _address;

    public ControlEndpoint(FakeDiscordServer server)
    {
        _address = server.ApiUrl.GetLeftPart(UriPartial.Authority);
        _routes =
        [
            new ControlRoute("GET", "", "what there is, with examples", null, _ => Task.FromResult(List())),
            .. new UserControl(server).Routes,
            .. new BotAccessControl(server).Routes,
            .. new CommandPermissionControl(server).Routes,
            .. new FaultControl(server).Routes,
            .. new ViewControl(server).Routes,
        ];
    }

    public async Task RunAsync(HttpContext context)
    {
        var reply = await AnswerAsync(context);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }

    private static bool Matches(ControlRoute route, string path) =>
        route.Path.EndsWith('/')
            ? path.StartsWith(route.Path, StringComparison.Ordinal) && path.Length > route.Path.Length
            : route.Path == path;

    private async Task<ControlResponse> AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value![Prefix.Length..].TrimEnd('/');
        var fitting = _routes.Where(route => Matches(route, path)).ToList();
        if (fitting.Count == 0)
            return ControlResponse.Error(
                $"There is no {Prefix}{path}. GET {Prefix} lists what there is.", StatusCodes.Status404NotFound);
        if (fitting.Find(route => route.Method == context.Request.Method) is not { } found)
        {
            return ControlResponse.Error(
                $"{Prefix}{path} takes {string.Join(", ", fitting.Select(route => route.Method))}.",
                StatusCodes.Status405MethodNotAllowed);
        }

        try
        {
            var body = await RequestBodyReader.ReadAsync(context.Request, context.RequestAborted);
            var rest = found.Path.EndsWith('/') ? path[found.Path.Length..] : "";
            var call = new ControlRequest(found, rest, context.Request.Query, body, context.RequestAborted);
            return await found.Answer(call);
        }
        catch (ControlException exception)
        {
            return ControlResponse.Error(exception.Message);
        }
        catch (Exception exception) when (exception is ActionUnavailableException or ArgumentException)
        {
            // Discord's client wouldn't let a user do this; the message says what is possible.
            return ControlResponse.Error(exception.Message);
        }
    }

    private ControlResponse List() => ControlResponse.Json(new JsonObject
    {
        ["routes"] = new JsonArray([.. _routes.Select(route => (JsonNode)new JsonObject
        {
            ["method"] = route.Method,
            ["path"] = Prefix + (route.Path.EndsWith('/') ? route.Path + "NAME" : route.Path),
            ["what"] = route.What,
            ["example"] = route.Example is null
                ? $"curl {_address}{Prefix}{route.Path}"
                : $"curl {_address}{Prefix}{route.Path} -d '{route.Example}'",
        })]),
    });
}
