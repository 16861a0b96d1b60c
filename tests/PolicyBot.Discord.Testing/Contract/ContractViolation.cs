namespace PolicyBot.Discord.Testing.Contract;

/// <summary>A request that Discord's description of its API, or one of its unstated limits, does not allow.</summary>
public sealed record ContractViolation(string Method, string Path, string Problem);
