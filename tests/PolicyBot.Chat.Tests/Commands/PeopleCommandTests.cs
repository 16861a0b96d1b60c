using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class PeopleCommandTests
{
    [Fact]
    public async Task People_Always_ListsRoles() =>
        Assert.Equal(
            ["Joan Hill: Mayor", "Tom Reed: fisherman", "The town: closed the harbour"],
            (await Sample.Bot().RunAsync("people")).Items());

    [Fact]
    public async Task People_EmptyLists_SaysSo() =>
        Assert.Equal(
            ["This article has no list of people."],
            (await Sample.Bot(Sample.Set with { People = [], Organisations = [] }).RunAsync("people")).Paragraphs());
}
