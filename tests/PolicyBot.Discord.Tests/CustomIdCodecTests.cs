using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Components;

namespace PolicyBot.Discord.Tests;

public sealed class CustomIdCodecTests
{
    [Theory]
    [InlineData("help", null, null, "help")]
    [InlineData("ask", "entry", "letter-date", "ask|entry=letter-date")]
    [InlineData("quote", "by", @"a|b=c\d~e", @"quote|by=a\|b\=c\\d\~e")]
    public void Encode_Request_DecodesToTheSame(string command, string? option, string? value, string id)
    {
        var invocation = option is null
            ? CommandRequest.Create(command, "here")
            : CommandRequest.Create(command, "here", (option, value!));

        Assert.Equal(id, CustomIdCodec.Encode(invocation));
        var read = CustomIdCodec.Decode(id, "there");
        Assert.Equal((command, "there", null), (read.Command, read.ConversationId, read.Previous));
        Assert.Equal(invocation.Options, read.Options);
    }

    [Fact]
    public void Encode_PreviousRequests_DecodeToTheSame()
    {
        var topics = CommandRequest.Create("topics", "here");
        var topic = CommandRequest.Create("topics", "here", ("topic", "the letter")) with { Previous = topics };

        var id = CustomIdCodec.Encode(
            CommandRequest.Create("ask", "here", ("entry", "letter-date")) with { Previous = topic });

        Assert.Equal("ask|entry=letter-date~topics|topic=the letter~topics", id);
        var read = CustomIdCodec.Decode(id!, "here");
        Assert.Equal(
            ("ask", "topics", "the letter", "topics"),
            (read.Command, read.Previous!.Command, read.Previous.GetOption("topic"), read.Previous.Previous!.Command));
        Assert.Null(read.Previous.Previous.Previous);
    }

    // Each value follows "a|o=", with a tilde between them.
    [Theory]
    [InlineData(45, 2)]
    [InlineData(46, 1)]
    public void Encode_ManyPreviousRequests_KeepsThoseThatFit(int length, int steps)
    {
        var invocation = CommandRequest.Create("a", "here", ("o", new string('x', 46))) with
        {
            Previous = CommandRequest.Create("a", "here", ("o", new string('y', length)))
        };

        var read = CustomIdCodec.Decode(CustomIdCodec.Encode(invocation)!, "here");

        Assert.Equal(steps, read.Previous is null ? 1 : 2);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Encode_TooLong_IsNull(int length, bool isThere)
    {
        var request = CommandRequest.Create("ask", "here", ("entry", new string('x', length)));

        Assert.Equal(isThere, CustomIdCodec.Encode(request) is not null);
        Assert.Equal(isThere, CustomIdCodec.CanEncode(request));
    }

    // Previous requests, too.
    [Theory]
    [InlineData(20, "a|o={0}~b|o={0}")]
    [InlineData(60, "a|o={0}~b|o=2")]
    [InlineData(100, "a|o=1~b|o=2")]
    public void Encode_TooLong_UsesCompactForms(int length, string id)
    {
        var text = new string('x', length);
        var from = CommandRequest.Create(
            "b", "here", ("o", text)) with
        { CompactForm = CommandRequest.Create("b", "here", ("o", "2")) };
        var invocation = CommandRequest.Create("a", "here", ("o", text))
            with
        { CompactForm = CommandRequest.Create("a", "here", ("o", "1")), Previous = from };

        Assert.Equal(string.Format(null, id, text), CustomIdCodec.Encode(invocation));
    }

    // A backslash at the end is kept, and a name without a value is ignored.
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("|=|=", "", 1, 0)]
    [InlineData("~~", "", 0, 2)]
    [InlineData("ask|entry", "ask", 0, 0)]
    [InlineData("ask|entry=a|more", "ask", 1, 0)]
    [InlineData("\\", "\\", 0, 0)]
    [InlineData("an_old=id~of another|bot", "an_old", 0, 1)]
    public void Decode_UnknownId_NeverFails(string id, string command, int options, int stepsBefore)
    {
        var read = CustomIdCodec.Decode(id, "here");

        Assert.Equal((command, options, "here"), (read.Command, read.Options.Count, read.ConversationId));
        var steps = 0;
        for (var from = read.Previous; from is not null; from = from.Previous) steps++;
        Assert.Equal(stepsBefore, steps);
    }
}
