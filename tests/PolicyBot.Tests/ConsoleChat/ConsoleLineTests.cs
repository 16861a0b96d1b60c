using PolicyBot.Chat;
using PolicyBot.Chat.Commands;
using PolicyBot.ConsoleChat;
using PolicyBot.QuoteCards;

namespace PolicyBot.Tests.ConsoleChat;

public sealed class ConsoleLineTests
{
    private static readonly IReadOnlyList<CommandDefinition> Commands =
        ChatServices.CreateConsoleDispatcher(null!, new Random(1), new QuoteCardPainter()).Definitions;

    [Theory]
    [InlineData("Who signed it?", "ask", "question=Who signed it?")]
    [InlineData("  spaces stay ", "ask", "question=  spaces stay ")]
    [InlineData("/ask who asked this question?", "ask", "question=who asked this question?")]
    [InlineData("/ask question: who?", "ask", "question=who?")]
    [InlineData("/why", "why", "question=")]
    [InlineData("/quote", "quote")]
    [InlineData("/quote by William Barr about  child safety", "quote", "by=William Barr", "about=child safety")]
    [InlineData("/quote by: letter random", "quote", "by=letter", "random=true")]
    [InlineData("/quote encryption", "quote", "about=encryption")]
    [InlineData("/QUOTE Random", "QUOTE", "random=true")]
    [InlineData("/summary short", "summary", "length=short")]
    [InlineData("/summary length: full", "summary", "length=full")]
    [InlineData("/summary length line", "summary", "length=line")]
    [InlineData("/topics law enforcement", "topics", "topic=law enforcement")]
    [InlineData("/article text", "article", "text=true")]
    [InlineData("/dance wildly", "dance")]
    [InlineData("/", "")]
    public void Parse_Line_GivesTheInvocation(string line, string command, params string[] options)
    {
        var request = ConsoleLine.Parse(line, Commands, "console");

        Assert.Equal(command, request.Command);
        Assert.Equal(options, request.Options.Select(o => $"{o.Key}={o.Value}"));
        Assert.Equal("console", request.ConversationId);
    }
}
