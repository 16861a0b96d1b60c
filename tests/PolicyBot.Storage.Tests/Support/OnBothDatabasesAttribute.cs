using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace PolicyBot.Storage.Tests.Support;

/// <summary>
/// Runs a theory on both databases. <see cref="StoreTests"/> reads the database from the first argument of the test;
/// the others are these.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [.. Enum.GetValues<Database>().Select(database => new TheoryDataRow([database, .. arguments]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
