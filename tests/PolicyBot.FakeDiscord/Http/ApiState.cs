using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>What the routes work on.</summary>
internal sealed record ApiState(
    DiscordServerOptions Options,
    DiscordWorld World,
    CommandRegistry Commands,
    InteractionBook Interactions,
    IdentifyGate Identifies,
    Uri GatewayUrl);
