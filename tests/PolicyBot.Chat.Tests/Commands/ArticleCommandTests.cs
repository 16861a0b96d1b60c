using PolicyBot.Chat.Tests.Support;

namespace PolicyBot.Chat.Tests.Commands;

public sealed class ArticleCommandTests
{
    [Fact]
    public async Task Article_WithoutText_ShowsItsDetails()
    {
        var reply = await Sample.Bot().RunAsync("article");

        Assert.Equal("Town Closes Harbour", reply.Title);
        Assert.Equal(["Author: Ann Lee", "Publication: The Coast"], reply.Items());
    }

    [Fact]
    public async Task Article_Text_IsTheBodyVerbatim()
    {
        var reply = await Sample.Bot().RunAsync("article", ("text", "true"));

        Assert.Equal(Sample.Article.Body, string.Join("\n\n", reply.Paragraphs().Prepend(reply.Title)));
    }
}
