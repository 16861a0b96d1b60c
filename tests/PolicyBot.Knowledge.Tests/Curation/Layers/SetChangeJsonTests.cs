using System.Text.Json;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Knowledge.Tests.Curation.Layers;

public sealed class SetChangeJsonTests
{
    // They are in databases, so they never change.
    private const string Phrasing = """{"kind":"add-phrasing","phrasing":"Who’s “in”?","entry":"members"}""";
    private const string Question =
        """{"kind":"add-question","question":"Q?","phrasings":["P?"],"answer":"""
        + """[{"text":"S.","evidence":["E","F"]}],"entry":"new"}""";
    private const string ServerQuestion =
        """{"kind":"add-server-question","question":"Q?","phrasings":[],"answer":"A.","source":"""
        + "\"Rule 4\",\"entry\":\"new\"}";

    public static TheoryData<string> Stored =>
    [
        Phrasing,
        """{"kind":"remove-phrasing","phrasing":"Who?","entry":"members"}""",
        Question,
        """{"kind":"edit-question","question":"Q?","answer":[{"text":"S.","evidence":[]}],"entry":"new"}""",
        """{"kind":"add-unanswerable","question":"Q?","phrasings":["日本"],"nearest":"N.","entry":"new"}""",
        ServerQuestion,
        """{"kind":"add-server-question","question":"Q","phrasings":[],"answer":"A","url":"https://a.b","entry":"n"}""",
        """{"kind":"retire","entry":"members"}""",
    ];

    [Theory]
    [MemberData(nameof(Stored))]
    public void Write_OfWhatWasRead_IsTheSameText(string json) =>
        Assert.Equal(json, SetChangeJson.Write(SetChangeJson.Read(json)));

    [Fact]
    public void Read_Stored_IsTheChange()
    {
        Assert.Equal(new SetChange.AddPhrasing("members", "Who’s “in”?"), SetChangeJson.Read(Phrasing));
        var question = Assert.IsType<SetChange.AddQuestion>(SetChangeJson.Read(Question));
        Assert.Equal(("new", "Q?", "P?"), (question.Entry, question.Question, Assert.Single(question.Phrasings)));
        var sentence = Assert.Single(question.Answer);
        Assert.Equal(("S.", "E F"), (sentence.Text, string.Join(' ', sentence.Evidence)));
        var server = Assert.IsType<SetChange.AddServerQuestion>(SetChangeJson.Read(ServerQuestion));
        Assert.Equal(("A.", "Rule 4", null), (server.Answer, server.Source, server.Url));
    }

    // Databases may store the keys in another order.
    [Fact]
    public void Read_KindAtTheEnd_IsTheSameChange() => Assert.Equal(
        new SetChange.Retire("members"), SetChangeJson.Read("""{"entry": "members", "kind": "retire"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"entry":"members"}""")]
    [InlineData("""{"kind":"rename","entry":"members"}""")]
    [InlineData("""{"kind":"retire"}""")]
    [InlineData("""{"kind":"retire","entry":null}""")]
    [InlineData("""{"kind":"retire","entry":"members","phrasing":"Who?"}""")]
    [InlineData("""{"kind":"add-phrasing","entry":"members"}""")]
    [InlineData("""{"kind":"add-question","question":"Q?","phrasings":null,"answer":[],"entry":"new"}""")]
    public void Read_NoChange_Throws(string json) =>
        Assert.ThrowsAny<JsonException>(() => SetChangeJson.Read(json));
}
