using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>What the routes work on.</summary>
internal sealed record ApiState(
    FakeDiscordOptions Options,
    DiscordWorld World,
    CommandRegistry Commands,
    InteractionRegistry Interactions,
    SessionStartLimiter SessionStarts,
    Uri GatewayUrl);
