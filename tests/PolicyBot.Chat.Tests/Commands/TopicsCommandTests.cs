using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class TopicsCommandTests
{
    [Fact]
    public async Task Topics_WithoutTopic_CountsQuestions()
    {
        var reply = await Sample.Bot().RunAsync("topics");

        Assert.Equal(["harbour (2 questions)", "order (1 question)", "people (1 question)"], reply.Labels());
    }

    [Fact]
    public async Task Topics_Topic_OffersItsQuestions() =>
        Assert.Equal(
            [Sample.When.Question, Sample.Why.Question],
            (await Sample.Bot().RunAsync("topics", ("topic", "HARBOUR"))).Labels());

    [Fact]
    public async Task Topics_UnknownTopic_ListsTheTopics()
    {
        var reply = await Sample.Bot().RunAsync("topics", ("topic", "cheese"));

        Assert.True(reply.IsPrivate);
        Assert.Equal(["There is no topic “cheese”. The topics are: harbour, order, people."], reply.Paragraphs());
    }

    [Fact]
    public async Task Topics_TooManyQuestions_SaysHowManyAreShown()
    {
        var many = Enumerable.Range(0, 30).Select(i => Sample.Who with { Id = $"q{i}" });

        var reply = await Sample.Bot(Sample.Set with { Questions = [.. many] }).RunAsync("topics", ("topic", "order"));

        Assert.Equal(25, reply.Choices.Count);
        Assert.Contains(new Block.Note("The first 25 of 30"), reply.Blocks);
    }
}
