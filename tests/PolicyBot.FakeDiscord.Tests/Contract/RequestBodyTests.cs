namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Bodies at the edge of the limits.</summary>
public sealed class RequestBodyTests
{
    [Theory]
    [MemberData(nameof(RightBodies.All), MemberType = typeof(RightBodies))]
    public void Check_WithinTheLimits_FindsNothing(string what, string request, string body)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Check(request, body));
    }

    [Theory]
    [MemberData(nameof(WrongBodies.All), MemberType = typeof(WrongBodies))]
    public void Check_BeyondALimit_SaysWhereAndWhat(string what, string request, string body, string problem)
    {
        Assert.NotEmpty(what);
        Assert.Equal([problem], Check(request, body));
    }

    [Fact]
    public void Check_FromManyThreads_AgreesWithItself()
    {
        _ = Published.Contract;
        var tables = Enumerable.Repeat(WrongBodies.All.Select(row => row.Data), 20).SelectMany(rows => rows).ToArray();

        Parallel.ForEach(tables, row => Assert.Equal([row.Item4], Check(row.Item2, row.Item3)));
    }

    private static IReadOnlyList<string> Check(string request, string body)
    {
        var parts = request.Split(' ');
        return Published.Check(parts[0], parts[1], body);
    }
}
