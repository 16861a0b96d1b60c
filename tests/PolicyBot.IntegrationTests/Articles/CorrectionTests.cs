using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Articles;

/// <summary>What members see of an article that was corrected.</summary>
public abstract class CorrectionTests
{
    public sealed class OverBuiltIn : CorrectionTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : CorrectionTests;
#endif

    private const string Opening = "Who opened the library?";
    private const string Cost = "How much did the library cost?";
    private const string Note = "-# Correction, 27 Feb 2026: The library cost 5 million dollars, not 4.";

    // The library cost more than the earlier version says; the clock starts on 1 March 2026.
    private static readonly string Corrected = SampleSet.With(
        SampleSet.With(SampleSet.Article, "4 million", "5 million"),
        "date: May 3\n",
        "date: May 3\ncorrection: 2026-02-27 The library cost 5 million dollars, not 4.\n");

    private static readonly string Knowledge =
        SampleSet.Knowledge.Replace("4 million", "5 million", StringComparison.Ordinal);

    [Fact]
    public async Task Answer_FromTheChangedPassage_HasTheCorrection()
    {
        await using var server = await StartAsync(Knowledge);

        var changed = await server.UseAsync("ask", ("question", Cost));
        var unchanged = await server.UseAsync("ask", ("question", Opening));
        var context = await server.Bot.PressAsync(unchanged, "In context");

        Assert.Contains(Note, changed.Description(), StringComparison.Ordinal);
        Assert.DoesNotContain("Correction", unchanged.Description(), StringComparison.Ordinal);
        Assert.Contains(Note, context.Description(), StringComparison.Ordinal);
        Assert.All(
            [changed, context],
            m => Assert.Equal("From “Mayor Opens Library”, by Ann Lee. Corrected 27 Feb 2026", m.Footer()));
    }

    [Fact]
    public async Task Answer_OfTheEarlierVersion_IsWithheldAndMembersAreTold()
    {
        await using var server = await StartAsync(SampleSet.Knowledge);

        var answer = await server.UseAsync("ask", ("question", Cost));

        Assert.Equal("This part of the article has changed, so I no longer answer that.", answer.Title());
        Assert.DoesNotContain("4 million", answer.Description(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task DailyPost_AfterACorrection_HasItForSevenDays(int daysLater, bool isShown)
    {
        await using var server = await StartAsync(Knowledge);
        var channel = server.Bot.Server.Channel;
        await server.Bot.ManageAsync(
            server.Moderator, "daily set", ("channel", channel), ("time", "9:00"), ("timezone", "UTC"));
        server.Bot.Clock.Advance(TimeSpan.FromDays(daysLater));

        var preview = await server.Bot.ManageAsync(server.Moderator, "daily preview", ("channel", channel));

        Assert.Equal(isShown, preview.Description().Contains(Note, StringComparison.Ordinal));
    }

    private static Task<ArticleServer> StartAsync(string knowledge) => ArticleServer.StartAsync(
        ("article.md", Corrected), ("knowledge.yaml", knowledge),
        (Path.Combine("versions", "2026-02-27", "article.md"), SampleSet.Article));
}
