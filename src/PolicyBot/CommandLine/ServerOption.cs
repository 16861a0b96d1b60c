using System.CommandLine;

namespace PolicyBot.CommandLine;

/// <summary>The option that names a server.</summary>
internal static class ServerOption
{
    private const int MaxIdLength = 20;

    public static Option<string> Create()
    {
        var server = new Option<string>("--server")
        {
            Description = "The server's ID (Discord: Developer Mode, then Copy Server ID).",
            HelpName = "id",
            Required = true,
        };
        server.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var id }] && (id.Length is 0 or > MaxIdLength || !id.All(char.IsAsciiDigit)))
                call.AddError("--server must be a server's ID: digits only.");
        });
        return server;
    }
}
