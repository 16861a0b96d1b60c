using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>What all connections of a gateway share.</summary>
internal sealed record GatewayState(
    DiscordServerOptions Options,
    ServerLog Log,
    SessionBook Sessions,
    ConnectionBook Connections,
    IdentifyGate Identifies,
    DiscordWorld World,
    GatewayFaults Faults,
    ReadyWriter Ready);
