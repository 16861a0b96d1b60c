using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Picking;

namespace PolicyBot.Discord.Tests.Picking;

public sealed class InvocationCodeTests
{
    [Theory]
    [InlineData("help", null, null, "help")]
    [InlineData("ask", "entry", "letter-date", "ask|entry=letter-date")]
    [InlineData("quote", "by", @"a|b=c\d", @"quote|by=a\|b\=c\\d")]
    public void Of_Invocation_IsReadAsItWas(string command, string? option, string? value, string id)
    {
        var invocation = option is null ? Invocation.Of(command, "here") : Invocation.Of(command, "here", (option, value!));

        Assert.Equal(id, InvocationCode.Of(invocation));
        var (read, options) = InvocationCode.Read(id);
        Assert.Equal(command, read);
        Assert.Equal(invocation.Options, options);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public void Of_LongerThanAnIdMayBe_IsNone(int length, bool isThere) =>
        Assert.Equal(isThere, InvocationCode.Of(Invocation.Of("ask", "here", ("entry", new string('x', length)))) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("|=|=")]
    [InlineData("ask|entry")]
    [InlineData("\\")]
    public void Read_NoneOfTheBots_GivesACommandThatMayNotBeThere(string id) => Assert.NotNull(InvocationCode.Read(id).Command);
}
