using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>What all connections of a gateway share.</summary>
internal sealed record GatewayState(
    FakeDiscordOptions Options,
    ServerLog Log,
    SessionRegistry Sessions,
    ConnectionRegistry Connections,
    SessionStartLimiter SessionStarts,
    DiscordWorld World,
    GatewayFaults Faults,
    ReadyWriter Ready);
