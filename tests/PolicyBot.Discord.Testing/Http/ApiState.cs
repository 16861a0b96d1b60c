using PolicyBot.Discord.Testing.Commands;
using PolicyBot.Discord.Testing.Gateway;
using PolicyBot.Discord.Testing.Interactions;
using PolicyBot.Discord.Testing.World;

namespace PolicyBot.Discord.Testing.Http;

/// <summary>What the routes work on.</summary>
internal sealed record ApiState(
    DiscordServerOptions Options,
    DiscordWorld World,
    CommandRegistry Commands,
    InteractionBook Interactions,
    IdentifyGate Identifies,
    Uri GatewayUrl);
