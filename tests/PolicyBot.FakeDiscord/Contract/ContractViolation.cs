namespace PolicyBot.FakeDiscord.Contract;

/// <summary>A request that Discord's description of its API does not allow.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Path">As sent, without the API's prefix.</param>
/// <param name="Problem">One line: where, and what is wrong there.</param>
public sealed record ContractViolation(string Method, string Path, string Problem);
