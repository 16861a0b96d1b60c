using PolicyBot.Discord.Testing.Contract;

namespace PolicyBot.Discord.Testing.Recording;

/// <summary>What requests did that Discord does not allow.</summary>
internal sealed class ViolationList
{
    private readonly Lock gate = new();
    private readonly List<ContractViolation> violations = [];

    public IReadOnlyList<ContractViolation> Snapshot()
    {
        lock (gate)
            return [.. violations];
    }

    public void Add(string method, string path, string problem)
    {
        lock (gate)
            violations.Add(new ContractViolation(method, path, problem));
    }
}
