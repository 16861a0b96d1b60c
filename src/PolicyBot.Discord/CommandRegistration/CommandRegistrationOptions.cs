namespace PolicyBot.Discord.CommandRegistration;

/// <summary>Where the commands are registered.</summary>
/// <param name="Guild">The guild's id, or null to register them globally.</param>
public sealed record CommandRegistrationOptions(ulong? Guild);
