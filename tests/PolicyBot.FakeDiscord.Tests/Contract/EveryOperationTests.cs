using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord.Contract;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Every operation of the description can be read, including those that no bot uses.</summary>
public sealed class EveryOperationTests
{
    [Fact]
    public void Check_EveryOperation_CanBeBuilt()
    {
        var contract = PublishedContract.Contract;
        var operations = Operations().ToArray();

        foreach (var (method, path, _) in operations)
        {
            // An empty body is invalid for some of them; what matters is that no check throws.
            var problems = contract.Check(method, path, "?none=1", "application/json", "{}"u8.ToArray());
            Assert.Contains(problems, problem => problem.StartsWith("query none: unknown", StringComparison.Ordinal));
            _ = contract.Check(
                method, path, null, "multipart/form-data; boundary=b", Encoding.UTF8.GetBytes("--b--\r\n"));
        }

        Assert.True(operations.Length > 200, $"{operations.Length} operations");
    }

    [Fact]
    public void CheckResponse_EveryOperation_CanBeBuilt()
    {
        _ = PublishedContract.Contract;
        var contract = OpenApiFile.TryLoadResponses(out _)!;

        foreach (var (method, path, statuses) in Operations())
        {
            foreach (var status in statuses) _ = contract.CheckResponse(method, path, status, "{}"u8.ToArray());
            Assert.NotEmpty(contract.CheckResponse(method, path, 404, "{}"u8.ToArray()));
            Assert.Empty(
                contract.CheckResponse(method, path, 404, """{"message":"404: Not Found","code":0}"""u8.ToArray()));
        }
    }

    [Fact]
    public void Corrections_All_NameSchemasOfTheDescription()
    {
        _ = PublishedContract.Contract;
        var schemas = Description().GetProperty("components").GetProperty("schemas");

        var names = SchemaCorrections.All.SelectMany(amendment => amendment.Schemas);
        Assert.All(names, name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }

    private static JsonElement Description() => JsonElement.Parse(File.ReadAllBytes(OpenApiFile.FindFile()!));

    private static IEnumerable<(string Method, string Path, IReadOnlyList<int> Statuses)> Operations() =>
        from path in Description().GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name != "parameters"
        let statuses = operation.Value.GetProperty("responses").EnumerateObject().Select(response => response.Name)
        select (operation.Name, Regex.Replace(path.Name, "{[a-z0-9_]+}", "1"), Numbers(statuses));

    private static IReadOnlyList<int> Numbers(IEnumerable<string> statuses) =>
        [.. statuses.Where(status => int.TryParse(status, out _)).Select(int.Parse)];
}
