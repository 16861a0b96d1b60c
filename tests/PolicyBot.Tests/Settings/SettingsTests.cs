using PolicyBot.Settings;
using PolicyBot.Tests.Support;

namespace PolicyBot.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(
        """{ "Matching": { "AnswerThreshold": 1.5 } }""",
        "Matching:AnswerThreshold must be between 0 and 1; change it")]
    [InlineData(
        """{ "Matching": { "OfferThreshold": -1 } }""", "Matching:OfferThreshold must be between 0 and 1; change it")]
    [InlineData(
        """{ "Matching": { "AnswerThreshold": 0.2, "OfferThreshold": 0.3 } }""",
        "Matching:OfferThreshold is above Matching:AnswerThreshold; lower it")]
    [InlineData(
        """{ "Matching": { "AnswerThreshold": "high" } }""",
        "Matching:AnswerThreshold can't be “high”; write a number such as 0.5")]
    [InlineData(
        """{ "Matching": { "Encoder": "maybe" } }""", "Matching:Encoder can't be “maybe”; use Auto, On or Off")]
    [InlineData("""{ "Matching": { "Encoder": "7" } }""", "Matching:Encoder is unknown; use Auto, On or Off")]
    [InlineData("""{ "Article": "" }""", "Article is empty; choose a folder in the articles folder")]
    [InlineData("""{ "Artikle": "x" }""", "Unknown setting Artikle; remove it, or use one of Article,")]
    [InlineData(
        """{ "Discord": { "Token": "abc" } }""",
        "Discord:Token is in config/policybot.json, where it could be shared by mistake. Move it to the "
        + "environment variable DISCORD__TOKEN")]
    [InlineData(
        """{ "Discord": { "TokenFile": "nowhere/token" } }""", "The file that Discord:TokenFile names can't be read")]
    [InlineData(
        """{ "Discord": { "TokenFile": "config/empty" } }""",
        "The file that Discord:TokenFile names is empty; put the token into it")]
    [InlineData(
        """{ "Discord": { "TokenFile": "config/long" } }""",
        "The file that Discord:TokenFile names holds more than a token")]
    [InlineData(
        """{ "Discord": { "TokenFile": "config/blanks" } }""", "Discord:Token contains characters that no token has")]
    [InlineData("""{ "Discord": { "Shards": 0 } }""", "Discord:Shards must be between 1 and 1000; change it")]
    [InlineData(
        """{ "Discord": { "ShardIds": "0-7" } }""",
        "Discord:ShardIds needs Discord:Shards, the number of shards of all processes together; set it")]
    [InlineData(
        """{ "Discord": { "Shards": 16, "ShardIds": "0-7" } }""",
        "Discord:ShardIds is for several processes, which share a PostgreSQL database; set Storage:Provider to "
        + "PostgreSql, or remove Discord:ShardIds to run all shards in this process")]
    [InlineData(
        """{ "Discord": { "Shards": 16, "ShardsPerProcess": 4 } }""",
        "Discord:ShardsPerProcess works only with Discord:ShardIds = ordinal; set that, or remove")]
    [InlineData(
        """{ "Discord": { "ShardsPerProcess": 0 } }""",
        "Discord:ShardsPerProcess must be between 1 and 1000; change it")]
    [InlineData(
        """{ "Discord": { "ApiUrl": "discord" } }""", "Discord:ApiUrl must start with https:// or http://; correct it")]
    [InlineData(
        """{ "Discord": { "Connection": "Telnet" } }""",
        "Discord:Connection can't be “Telnet”; use BuiltIn or DiscordNet")]
    [InlineData(
        """{ "Discord": { "Connection": "7" } }""",
        "Discord:Connection is invalid; use BuiltIn or DiscordNet, or remove it")]
    [InlineData(
        """{ "Discord": { "DevelopmentGuild": "mine" } }""",
        "Discord:DevelopmentGuild can't be “mine”; write a whole number")]
    [InlineData(
        """{ "Storage": { "Provider": "postgres" } }""",
        "Storage:Provider can't be “postgres”; use Sqlite or PostgreSql")]
    [InlineData("""{ "Storage": { "Provider": "7" } }""", "Storage:Provider must be Sqlite or PostgreSql")]
    [InlineData(
        """{ "Health": { "Address": "http://0.0.0.0:8080" } }""",
        "Health:Address must be an http address of this machine without a path, such as http://127.0.0.1:8080")]
    [InlineData("""{ "Health": { "Address": "8080" } }""", "Health:Address must be an http address of this machine")]
    [InlineData(
        """{ "Telemetry": { "Endpoint": "localhost:4318" } }""",
        "Telemetry:Endpoint must be the http or https address of a collector, such as http://127.0.0.1:4318")]
    [InlineData(
        """{ "Storage": { "Provider": "PostgreSql" } }""",
        "Storage:ConnectionString is missing; set it to connect to PostgreSQL")]
    [InlineData(
        """{ "Storage": { "Provider": "PostgreSql", "ConnectionString": "Host" } }""",
        "Storage:ConnectionString is invalid; write it as Host=…;Database=…;")]
    [InlineData(
        """{ "Storage": { "ConnectionString": "Host=x" } }""",
        "Storage:ConnectionString is only for PostgreSQL; set Storage:Provider to PostgreSql, or remove it")]
    [InlineData(
        """{ "Storage": { "ConnectionString": "Host=x;Pwd=secret" } }""",
        "Storage:ConnectionString is in config/policybot.json, where it could be shared by mistake. Move it to "
        + "the environment variable POLICYBOT_Storage__ConnectionString")]
    [InlineData(
        """{ "Daily": { "CatchUpWindow": "soon" } }""",
        "Daily:CatchUpWindow can't be “soon”; write hours, minutes and seconds, as in 06:00:00")]
    [InlineData(
        """{ "Storage": { "Path": "x" } }""", "Unknown setting Storage:Path; remove it, or use one of Article,")]
    [InlineData(
        """{ "Storage": "sqlite" }""", "Storage is a section and can't be “sqlite”; set the settings inside it")]
    [InlineData(
        """{ "Daily": { "CatchUpWindow": "1.00:00:01" } }""",
        "Daily:CatchUpWindow must be between 00:10:00 and 1.00:00:00 (days.hours:minutes:seconds); change it")]
    [InlineData(
        """{ "Daily": { "CatchUpWindow": "00:09:59" } }""",
        "Daily:CatchUpWindow must be between 00:10:00 and 1.00:00:00 (days.hours:minutes:seconds); change it")]
    [InlineData(
        """{ "Privacy": { "Retention": "23:59:59" } }""",
        "Privacy:Retention must be between 1.00:00:00 and 365.00:00:00 (days.hours:minutes:seconds); change it")]
    [InlineData(
        """{ "Privacy": { "Retention": "365.00:00:01" } }""",
        "Privacy:Retention must be between 1.00:00:00 and 365.00:00:00 (days.hours:minutes:seconds); change it")]
    [InlineData(
        """{ "Privacy": { "KeepQuestions": "maybe" } }""",
        "Privacy:KeepQuestions can't be “maybe”; write true or false")]
    [InlineData(
        """{ "Logging": { "LogLevel": { "Default": "loud" } } }""",
        "Logging:LogLevel:Default can't be “loud”; use Trace, Debug,")]
    [InlineData(
        "{\n  \"Article\": \"x\",\n  \"Matching\": { \"Encoder\": }\n}",
        "config/policybot.json can't be read; correct it: line 3, column 28: '}' is an invalid start of a value.")]
    [InlineData("""{ "Article": """, "config/policybot.json can't be read; correct it: line 1, column ")]
    public async Task Run_InvalidSetting_NamesSettingAndFix(string settings, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/policybot.json", settings);
        folder.Write("config/empty", "\n");
        folder.Write("config/long", new string('x', 2000));
        folder.Write("config/blanks", "two words");

        var run =
            await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=db;Username=bot;Password=hunter2")]
    [InlineData("Host=db;username=bot; pwd = hunter2")]
    [InlineData("PASSWORD=hunter2")]
    [InlineData("postgres://bot:hunter2@db/policybot")]
    public async Task Run_PasswordOfTheDatabaseInTheFile_IsRefusedAndNotShown(string connectionString)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/policybot.json",
            $$"""{ "Storage": { "Provider": "PostgreSql", "ConnectionString": "{{connectionString}}" } }""");

        var run =
            await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "policybot: Storage:ConnectionString is in config/policybot.json, where it could be shared by "
            + "mistake. Move it to the environment variable POLICYBOT_Storage__ConnectionString.",
            Assert.Single(run.ErrorLines));
        Assert.DoesNotContain("hunter2", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Storage": { "Provider": "postgresql", "ConnectionString": "Host=db;Username=bot" } }""")]
    [InlineData("""{ "Storage": { "Provider": "Sqlite", "DataFolder": "data" } }""")]
    [InlineData("""{ "Storage": { "DataFolder": "" } }""")]
    [InlineData("""{ "Daily": { "CatchUpWindow": "00:10:00" } }""")]
    [InlineData("""{ "Daily": { "CatchUpWindow": "1.00:00:00" } }""")]
    [InlineData("""{ "Privacy": { "KeepQuestions": false, "Retention": "1" } }""")]
    [InlineData("""{ "Privacy": { "Retention": "365.00:00:00" } }""")]
    [InlineData("""{ "Privacy": null }""")]
    public async Task Run_GoodSetting_IsTaken(string settings)
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/policybot.json", settings);

        var run =
            await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        // The folder has no article.
        Assert.Contains("facebook-encryption", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ConnectionThatIsNotBuiltIn_TellsHowToBuildItIn()
    {
        using var folder = new TemporaryFolder();
        folder.Write("config/policybot.json", """{ "Discord": { "Connection": "DiscordNet" } }""");

        var run = await new Run.Runner { ProgramFolder = folder.FullName }.RunAsync("check");

        if (Connections.HasDiscordNet)
        {
            Assert.DoesNotContain("Discord:Connection", run.Error, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith(
            "policybot: Discord:Connection is DiscordNet, but this program was built without Discord.Net; set it to "
            + "BuiltIn, or build with -p:DiscordNet=true from a ",
            Assert.Single(run.ErrorLines),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSettings_TakesTheDefaults()
    {
        using var folder = new TemporaryFolder();

        var run =
            await new Run.Runner { ProgramFolder = folder.FullName, CurrentFolder = folder.FullName }.RunAsync("check");

        Assert.Contains("facebook-encryption", run.ErrorLines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SettingsFileElsewhere_IsUsedWithItsArticlesFolder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/settings.json", """{ "Article": "harbor", "Articles": { "Folder": "mine/articles" } }""");
        folder.Write(
            "mine/articles/harbor/article.md", "---\ntitle: Harbor\n---\n\nHarbor\n\nThe harbor closed on May 2.\n");
        var runner = new Run.Runner { CurrentFolder = folder.FullName };

        var answer = await runner.RunAsync("ask", "When did the harbor close?", "--config", "mine/settings.json");
        var unknown = await runner.RunAsync("check", "--article", "nowhere", "--config", "mine/settings.json");

        Assert.Contains("The harbor closed on May 2.", answer.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "or one of mine/articles: harbor.", Assert.Single(unknown.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "nowhere.json", "There is no settings file nowhere.json. Create it, or choose another one with --config.")]
    [InlineData("bad.json", "Unknown setting Artikle; remove it, or use one of Article,")]
    public async Task Run_BadSettingsFileElsewhere_IsNamed(string file, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.json", """{ "Artikle": "x" }""");

        var run = await new Run.Runner { CurrentFolder = folder.FullName }.RunAsync("check", "--config", file);

        Assert.Equal(1, run.ExitCode);
        var error = Assert.Single(run.ErrorLines);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains(file, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "0.05", "\"closest\":{")]
    [InlineData("1", "1", "\"closest\":null")]
    [InlineData("0", "0", "\"outcome\":\"answered\"")]
    public async Task Ask_Thresholds_DecideTheOutcome(string answer, string offer, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "config/policybot.json",
            $$"""{ "Matching": { "AnswerThreshold": {{answer}}, "OfferThreshold": {{offer}} } }""");
        var article = Path.Combine(AppContext.BaseDirectory, "config", "articles", "facebook-encryption");

        var run = await new Run.Runner { ProgramFolder = folder.FullName }.RunAsync(
            "ask", "--json", "Who put their name to that letter thing?", "--article", article);

        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }
}
