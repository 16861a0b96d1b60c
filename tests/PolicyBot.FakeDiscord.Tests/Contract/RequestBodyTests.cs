namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Bodies at and beyond the limits.</summary>
public sealed class RequestBodyTests
{
    [Theory]
    [MemberData(nameof(ValidBodies.All), MemberType = typeof(ValidBodies))]
    public void Check_WithinTheLimits_FindsNothing(string what, string request, string body)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Check(request, body));
    }

    [Theory]
    [MemberData(nameof(InvalidBodies.All), MemberType = typeof(InvalidBodies))]
    public void Check_BeyondALimit_SaysWhereAndWhy(string what, string request, string body, string problem)
    {
        Assert.NotEmpty(what);
        Assert.Equal([problem], Check(request, body));
    }

    [Fact]
    public void Check_FromManyThreads_IsConsistent()
    {
        _ = PublishedContract.Contract;
        var tables =
            Enumerable.Repeat(InvalidBodies.All.Select(row => row.Data), 20).SelectMany(rows => rows).ToArray();

        Parallel.ForEach(tables, row => Assert.Equal([row.Item4], Check(row.Item2, row.Item3)));
    }

    private static IReadOnlyList<string> Check(string request, string body)
    {
        var parts = request.Split(' ');
        return PublishedContract.Check(parts[0], parts[1], body);
    }
}
