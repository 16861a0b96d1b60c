using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Contract;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Recording;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Hosting;

/// <summary>All components of a server except its web server.</summary>
internal sealed class ServerComponents : IDisposable
{
    public ServerComponents(FakeDiscordOptions options)
    {
        Options = options;
        GatewayFaults = new GatewayFaults(Connections);
        World = new DiscordWorld(options, Sessions);
        Commands = new CommandRegistry(World, options.TimeProvider);
        CommandPermissions = new CommandPermissions(World);
        Interactions = new InteractionRegistry(options, World);
        UserActions = new UserActions(options, World, Commands, CommandPermissions, Interactions, Sessions);
        if (!options.ChecksRequests)
        {
            ContractSkipReason = "skipped, because ChecksRequests is off";
            return;
        }

        RequestContract = OpenApiFile.TryLoad(out var skippedBecause);
        ResponseContract = OpenApiFile.TryLoadResponses(out _);
        ContractSkipReason = skippedBecause;
    }

    public FakeDiscordOptions Options { get; }

    public ServerLog Log { get; } = new();

    public ViolationList Violations { get; } = new();

    public SessionRegistry Sessions { get; } = new();

    public ConnectionRegistry Connections { get; } = new();

    public GatewayFaults GatewayFaults { get; }

    public HttpFaults HttpFaults { get; } = new();

    public DiscordWorld World { get; }

    public CommandRegistry Commands { get; }

    public CommandPermissions CommandPermissions { get; }

    public InteractionRegistry Interactions { get; }

    public UserActions UserActions { get; }

    public IRequestContract? RequestContract { get; }

    public IResponseContract? ResponseContract { get; }

    public string? ContractSkipReason { get; }

    public void Dispose() => Interactions.Dispose();
}
