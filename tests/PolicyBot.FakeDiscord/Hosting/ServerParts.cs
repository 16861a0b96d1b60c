using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Recording;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>All that a server consists of but its web server.</summary>
internal sealed class ServerParts : IDisposable
{
    public ServerParts(DiscordServerOptions options)
    {
        Options = options;
        GatewayFaults = new GatewayFaults(Connections);
        World = new DiscordWorld(options, Sessions);
        Commands = new CommandRegistry(World, options.TimeProvider);
        Interactions = new InteractionBook(options, World);
        People = new People(options, World, Commands, Interactions, Sessions);
        if (!options.ChecksRequests)
        {
            ContractSkipped = "skipped, because ChecksRequests is off";
            return;
        }

        Contract = OpenApiContract.TryLoad(out var skippedBecause);
        AnswerContract = OpenApiContract.TryLoadResponses(out _);
        ContractSkipped = skippedBecause;
    }

    public DiscordServerOptions Options { get; }

    public ServerLog Log { get; } = new();

    public ViolationList Violations { get; } = new();

    public SessionBook Sessions { get; } = new();

    public ConnectionBook Connections { get; } = new();

    public GatewayFaults GatewayFaults { get; }

    public HttpFaults HttpFaults { get; } = new();

    public DiscordWorld World { get; }

    public CommandRegistry Commands { get; }

    public InteractionBook Interactions { get; }

    public People People { get; }

    public IRequestContract? Contract { get; }

    public IResponseContract? AnswerContract { get; }

    public string? ContractSkipped { get; }

    public void Dispose() => Interactions.Dispose();
}
