using PolicyBot.Discord.Testing.World;

namespace PolicyBot.Discord.Testing.Gateway;

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
