using System.Text;
using System.Text.Json;
using PolicyBot.FakeDiscord.Contract;

namespace PolicyBot.FakeDiscord.Tests.Contract;

/// <summary>Strict schemas, on a small description that is always available.</summary>
public sealed class DocumentedContractTests
{
    private const string Cat =
        """{"type":"object","properties":{"type":{"enum":[1]},"lives":{"type":"integer"}},"required":["type"]}""";
    private const string Dog =
        """{"type":"object","properties":{"type":{"enum":[2]},"name":{"type":"string"}},"required":["type"]}""";
    private const string Bird = """{"type":"object","properties":{"wings":{"type":"integer"}}}""";

    [Theory]
    [InlineData("""{"type":1,"lives":9}""")]
    [InlineData("""{"type":2,"name":"a"}""")]
    [InlineData("null")]
    [InlineData("\"none\"")]
    public void Check_UnionOfTypes_AcceptsEach(string body) =>
        Assert.Empty(Check(Union(Cat, Dog, """{"type":["string","null"]}"""), body));

    [Theory]
    [InlineData("""{"type":1,"name":"a"}""", "$.name: unknown property")]
    [InlineData("""{"type":2,"name":5}""", "$.name: Value is \"integer\" but should be \"string\"")]
    [InlineData("""{"type":3}""", "$.type: 3 does not fit enum [1,2]")]
    [InlineData("""{"name":"a"}""", "$: Required properties [\"type\"] are not present")]
    [InlineData("5", "$: Value is \"integer\" but should be \"object, string, null\"")]
    public void Check_UnionOfTypes_ReportsTheIntendedBranch(string body, string problem) =>
        Assert.Equal([problem], Check(Union(Cat, Dog, """{"type":["string","null"]}"""), body));

    [Theory]
    [InlineData("""{"lives":9,"type":1}""")]
    [InlineData("""{"wings":2}""")]
    public void Check_UnionWithoutDiscriminator_AcceptsEach(string body) =>
        Assert.Empty(Check(Union(Cat, Bird), body));

    [Fact]
    public void Check_UnionWithoutDiscriminator_ReportsTheClosest() =>
        Assert.Equal(["$.feet: unknown property"], Check(Union(Cat, Bird), """{"wings":2,"feet":2}"""));

    [Fact]
    public void Check_AllOf_AcceptsOnlyThePropertiesOfAll()
    {
        var schema = $$"""{"allOf":[{{Bird}},{"$ref":"#/components/schemas/Named"}]}""";

        Assert.Empty(Check(schema, """{"wings":2,"name":"a"}"""));
        Assert.Equal(["$.feet: unknown property"], Check(schema, """{"wings":2,"name":"a","feet":2}"""));
        Assert.Equal(["$: Required properties [\"name\"] are not present"], Check(schema, """{"wings":2}"""));
    }

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"type":"object","properties":{},"additionalProperties":true}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"integer"}}""")]
    public void Check_OpenObject_StaysOpen(string schema) => Assert.Empty(Check(schema, """{"any":1}"""));

    [Fact]
    public void Check_UnknownKeyword_IsAnError() =>
        Assert.Throws<InvalidDataException>(() => Check("""{"type":"string","not":{"const":"a"}}""", "\"a\""));

    [Fact]
    public void Check_LiteralAndOpenPath_PrefersTheLiteral()
    {
        var contract = Contract("""{"/things/{id}":{"get":{}},"/things/@me":{"delete":{}},"/{kind}/@me":{"put":{}}}""");

        Assert.Empty(contract.Check("DELETE", "/things/@me", null, null, default));
        Assert.Equal(
            ["GET /things/@me: the description has no such method here, only DELETE"],
            contract.Check("GET", "/things/@me", null, null, default));
        Assert.Equal(
            ["GET /{kind}/@me: the description has no such method here, only PUT"],
            contract.Check("GET", "/others/@me", null, null, default));
    }

    private static string Union(params string[] branches) => $$"""{"oneOf":[{{string.Join(',', branches)}}]}""";

    private static IReadOnlyList<string> Check(string schema, string body) =>
        Contract("""{"/things":{"post":{"requestBody":{"content":{"application/json":{"schema":""" + schema + "}}}}}}")
            .Check("POST", "/things", null, "application/json", Encoding.UTF8.GetBytes(body));

    private static OpenApiContract Contract(string paths)
    {
        const string Named = """{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""";
        var document = $$"""{"paths":{{paths}},"components":{"schemas":{"Named":{{Named}}} } }""";
        return new OpenApiContract(JsonElement.Parse(document));
    }
}
