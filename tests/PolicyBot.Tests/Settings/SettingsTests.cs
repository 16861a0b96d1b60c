using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("""{ "Matching": { "AnswerThreshold": 1.5 } }""", "Matching:AnswerThreshold must be between 0 and 1; change it")]
    [InlineData("""{ "Matching": { "OfferThreshold": -1 } }""", "Matching:OfferThreshold must be between 0 and 1; change it")]
    [InlineData("""{ "Matching": { "AnswerThreshold": 0.2, "OfferThreshold": 0.3 } }""", "Matching:OfferThreshold is above Matching:AnswerThreshold; lower it")]
    [InlineData("""{ "Matching": { "AnswerThreshold": "high" } }""", "'high' at 'Matching:AnswerThreshold'")]
    [InlineData("""{ "Article": "" }""", "Article is empty; name a folder in config/articles")]
    [InlineData("""{ "Artikle": "x" }""", "Artikle is no setting; take it out, or name one of Article,")]
    [InlineData("""{ "Article": """, "config/policybot.json cannot be read; mend it:")]
    public async Task Run_BadSetting_NamesItAndTheMend(string settings, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/policybot.json", settings);

        var run = await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSettings_TakesTheDefaults()
    {
        using var folder = new TemporaryFolder();

        var run = await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        Assert.Contains("facebook-encryption", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "0", "\"outcome\":\"ambiguous\"")]
    [InlineData("0", "0", "\"outcome\":\"answered\"")]
    public async Task Ask_Thresholds_DecideTheOutcome(string answer, string offer, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/policybot.json", $$"""{ "Matching": { "AnswerThreshold": {{answer}}, "OfferThreshold": {{offer}} } }""");
        var article = Path.Combine(AppContext.BaseDirectory, "config", "articles", "facebook-encryption");

        var run = await new Run.Runner { ProgramFolder = folder.FullName }.RunAsync("ask", "--json", "Who put their name to that letter thing?", "--article", article);

        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }
}
