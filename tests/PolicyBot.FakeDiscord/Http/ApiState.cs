using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Gateway;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The state that the routes use.</summary>
internal sealed record ApiState(
    FakeDiscordOptions Options,
    DiscordWorld World,
    CommandRegistry Commands,
    CommandPermissions CommandPermissions,
    InteractionRegistry Interactions,
    SessionStartLimiter SessionStarts,
    Uri GatewayUrl);
