using PolicyBot.FakeDiscord.Contract;

namespace PolicyBot.FakeDiscord.Recording;

/// <summary>Requests that Discord doesn't allow.</summary>
internal sealed class ViolationList
{
    private readonly Lock _gate = new();
    private readonly List<ContractViolation> _violations = [];

    public event Action<ContractViolation>? Added;

    public IReadOnlyList<ContractViolation> Snapshot()
    {
        lock (_gate)
            return [.. _violations];
    }

    public void Add(string method, string path, string problem)
    {
        var violation = new ContractViolation(method, path, problem);
        lock (_gate)
            _violations.Add(violation);
        Added?.Invoke(violation);
    }
}
