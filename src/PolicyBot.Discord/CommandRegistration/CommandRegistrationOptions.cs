namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Where the commands are registered.</summary>
/// <param name="Guild">The guild's id, or null to register them globally.</param>
/// <param name="IsOwn">Whether this process registers them; otherwise another one does.</param>
public sealed record CommandRegistrationOptions(ulong? Guild, bool IsOwn = true);
