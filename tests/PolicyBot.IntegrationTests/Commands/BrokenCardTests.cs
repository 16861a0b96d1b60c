using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>What a member sees if painting a quote card fails, which happens after the command has run.</summary>
public abstract class BrokenCardTests
{
    public sealed class OverBuiltIn : BrokenCardTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : BrokenCardTests;
#endif

    private const string Apology =
        "Something went wrong on my side, so I couldn't answer that. Please try again later.";

    [Fact]
    public async Task Quote_CardFails_SaysSoWithoutDetails()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Register = BrokenCards.Instead });

        var answer = await bot.Use("quote", "card", true).GetMessageAsync();

        Assert.Equal(Apology, answer.Description());
        Assert.True(answer.IsEphemeral);
        Assert.Empty(answer.Stored.Body.Attachments);
        await bot.Log.WaitForAsync(BrokenCards.Inside);
    }

    [Fact]
    public async Task Press_CardFails_SaysSoAndKeepsTheQuote()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Register = BrokenCards.Instead });
        var quote = await bot.Use("quote", "about", "backdoors").GetMessageAsync();
        var button = quote.Json["components"]!.AsArray()
            .SelectMany(r => r!["components"]!.AsArray())
            .Single(c => (string?)c!["label"] == "As a picture");

        var answer = await bot.Server.Press(quote, (string)button!["custom_id"]!).GetMessageAsync();

        Assert.Equal(Apology, answer.Description());
        Assert.True(answer.IsEphemeral);
        Assert.Equal(quote.Json.ToJsonString(), bot.Server.FindMessage(quote.Id)!.Json.ToJsonString());
    }
}
