using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.Discord.Testing.Contract;

namespace PolicyBot.Discord.Tests.Contract;

/// <summary>The whole description can be read, not only what a bot uses today.</summary>
public sealed class EveryOperationTests
{
    [Fact]
    public void Check_EveryOperation_CanBeBuilt()
    {
        var contract = Published.Contract;
        using var document = JsonDocument.Parse(File.ReadAllBytes(OpenApiContract.FindFile()!));
        var operations = 0;

        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            var sample = Regex.Replace(path.Name, "{[a-z0-9_]+}", "1");
            foreach (var operation in path.Value.EnumerateObject().Where(member => member.Name != "parameters"))
            {
                // An empty body is wrong for some of them; that they can tell is what matters here.
                var problems = contract.Check(operation.Name, sample, "?none=1", "application/json", "{}"u8.ToArray());
                Assert.Contains(problems, problem => problem.StartsWith("query none: unknown", StringComparison.Ordinal));
                _ = contract.Check(operation.Name, sample, null, "multipart/form-data; boundary=b", Encoding.UTF8.GetBytes("--b--\r\n"));
                operations++;
            }
        }

        Assert.True(operations > 200, $"{operations} operations");
    }

    [Fact]
    public void Amendments_All_NameSchemasOfTheDescription()
    {
        _ = Published.Contract;
        using var document = JsonDocument.Parse(File.ReadAllBytes(OpenApiContract.FindFile()!));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        var names = Amendments.All.SelectMany(amendment => amendment.Schemas);
        Assert.All(names, name => Assert.True(schemas.TryGetProperty(name, out _), name));
    }
}
