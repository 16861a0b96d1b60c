using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Commands;

/// <summary>The first response is sent in time, whatever a command does.</summary>
public abstract class ResponseTimeTests
{
    public sealed class OverBuiltIn : ResponseTimeTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ResponseTimeTests;
#endif

    // Retries wait for less, and an attempt takes at most a second.
    private static readonly TimeSpan BelowAttempt = TimeSpan.FromSeconds(0.9);

    private static readonly TimeSpan DeferAfter = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Answer_SlowCommand_IsDeferredAndEdited()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        var used = bot.Server.UseCommand("slow");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        var response = await used.Response;
        ready.SetResult(TestCommand.Says("at last"));
        var message = await used.GetMessageAsync();

        Assert.Equal(5, (int)response["type"]!);
        Assert.Equal("at last", message.Description());
        Assert.Single(used.Messages);
    }

    [Fact]
    public async Task Answer_SlowAndPrivate_IsShownToTheUserOnly()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        var used = bot.Server.UseCommand("slow");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await used.Response;
        ready.SetResult(Reply.Private("for you alone"));
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r is { Method: "POST", Route: "/webhooks/{webhook_id}/{webhook_token}" }, 1,
            TestContext.Current.CancellationToken);

        var message = Assert.Single(used.Messages);
        Assert.Equal("for you alone", message.Description());
        Assert.True(message.IsEphemeral);
    }

    [Fact]
    public async Task Answer_OneSlowCommand_DoesNotDelayOthers()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        var slow = bot.Server.UseCommand("slow");
        var quick = Enumerable.Range(0, 50).Select(_ => bot.Server.UseCommand("quick")).ToList();
        foreach (var used in quick) Assert.Equal("at once", (await used.GetMessageAsync()).Description());

        Assert.Empty(slow.Messages);
        ready.SetResult(TestCommand.Says("at last"));
        Assert.Equal("at last", (await slow.GetMessageAsync()).Description());
    }

    [Fact]
    public async Task Answer_HundredsOfSlowCommands_DoNotDelayOthers()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        var slow = Enumerable.Range(0, 300).Select(_ => bot.Server.UseCommand("slow")).ToList();
        var quick = bot.Server.UseCommand("quick");
        // 128 run, and as many wait. The others are deferred at once, and a request on its way would time out.
        await Task.WhenAll(slow.Skip(257).Append(quick).Select(u => u.GetResponseAsync()));
        bot.Clock.Advance(DeferAfter);
        await Task.WhenAll(slow.Select(s => s.Response))
            .WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);

        ready.SetResult(TestCommand.Says("at last"));
        foreach (var used in slow) await used.GetMessageAsync();
        Assert.True(quick.ResponseTime < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Answer_MoreCommandsThanCanRun_AreDeferredAtOnce()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        var used = Enumerable.Range(0, 500).Select(_ => bot.Server.UseCommand("slow")).ToList();
        // The clock doesn't advance.
        var response = await used[^1].Response;
        ready.SetResult(TestCommand.Says("at last"));

        Assert.Equal(5, (int)response["type"]!);
        foreach (var one in used) Assert.Equal("at last", (await one.GetMessageAsync()).Description());
    }

    [Fact]
    public async Task Answer_ManyCommandsOnceDeferralsAreFast_AreNotDeferred()
    {
        var ready = new TaskCompletionSource<Reply>();
        var received = new TaskCompletionSource();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("slow", c => ready.Task.WaitAsync(c)),
                new TestCommand("ask", _ =>
                {
                    received.SetResult();
                    return Task.FromResult(TestCommand.Says("at once"));
                })),
        });
        bot.Server.HttpFaults.Add(
            new HttpFault.Wait(received.Task),
            "POST",
            "/interactions/{interaction_id}/{interaction_token}/callback",
            times: 1000);
        var first = Enumerable.Range(0, 1000).Select(_ => bot.Server.UseCommand("slow")).ToList();
        // Deferrals wait until the bot has received all commands, which it has when it gets a later mention.
        bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        Assert.Equal(5, (int)(await first[^1].Response)["type"]!);
        ready.SetResult(TestCommand.Says("at last"));
        foreach (var one in first) await one.GetMessageAsync();

        ready = new TaskCompletionSource<Reply>();
        var second = Enumerable.Range(0, 300).Select(_ => bot.Server.UseCommand("slow")).ToList();
        // The clock didn't advance, so the deferrals took no time, and all of these can wait.
        await bot.Clock.NextTimerAsync(DeferAfter, DeferAfter, count: second.Count);
        ready.SetResult(TestCommand.Says("at last"));

        foreach (var one in second) Assert.Equal(4, (int)(await one.Response)["type"]!);
    }

    // Suggestions can't be deferred.
    [Fact]
    public async Task Autocomplete_MoreSlowCommandsThanCanRun_Suggests()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        for (var i = 0; i < 300; i++) bot.Server.UseCommand("slow");
        var offered = await bot.AutocompleteAsync("completed", "text", "a");
        ready.SetResult(TestCommand.Says("at last"));

        Assert.Equal([("Anything", "anything")], offered);
    }

    // Mentions have no deadline, so commands needn't be deferred because of them.
    [Fact]
    public async Task Answer_MoreSlowMentionsThanCanRun_IsNotDeferred()
    {
        var asking = new TaskCompletionSource<Reply>();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("ask", c => asking.Task.WaitAsync(c)), TestCommand.Named("quick")),
        });

        for (var i = 0; i < 400; i++) bot.Server.SendMessage($"{bot.Mention()} who signed the letter?");
        var quick = await bot.Server.UseCommand("quick").GetResponseAsync();

        Assert.Equal(4, (int)quick["type"]!);
        asking.SetException(new OperationCanceledException("Nobody needs these answers."));
    }

    [Fact]
    public async Task Answer_AfterTheLimit_IsNotSent()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);

        bot.Server.UseCommand("slow");
        await bot.Clock.NextTimerAsync(DeferAfter, DeferAfter);
        bot.Clock.Advance(TimeSpan.FromSeconds(4));
        ready.SetResult(TestCommand.Says("at last"));
        await bot.Log.WaitForAsync("too late");

        Assert.Equal(0, bot.Server.Log.Count<RequestRecord>(
            r => r.Route is "/interactions/{interaction_id}/{interaction_token}/callback"));
    }

    [Fact]
    public async Task Answer_MentionsInBusyChannel_DoNotDelayCommands()
    {
        await using var bot = await RunningBot.StartAsync();

        for (var i = 0; i < 200; i++) bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> who signed the letter?");
        // The clock doesn't advance, so most mentions wait for the channel's rate limit.
        await bot.Server.Log.WaitForAsync<RequestRecord>(
            r => r.Route == "/channels/{channel_id}/messages", 5, TestContext.Current.CancellationToken);

        Assert.NotEmpty((await bot.Server.UseCommand("summary").GetMessageAsync()).Description());
        // Requests have timers of the same length.
        await bot.Clock.WaitForRequestsAsync();
        bot.Stop();
        await bot.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Answer_DeletedDeferral_StillReachesTheUser()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);
        bot.Server.HttpFaults.Add(
            new HttpFault.DropAfter(), "DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original");

        var used = bot.Server.UseCommand("slow");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await used.Response;
        ready.SetResult(Reply.Private("for you alone"));
        await bot.Clock.AdvanceUntilAsync(
            bot.Server.Log.WaitForAsync<RequestRecord>(
                r => r is { Method: "POST", Route: "/webhooks/{webhook_id}/{webhook_token}" }, 1,
                TestContext.Current.CancellationToken),
            BelowAttempt);

        Assert.Equal("for you alone", Assert.Single(used.Messages).Description());
    }

    [Fact]
    public async Task Answer_DeferralWhoseResponseIsLost_StillReachesTheUser()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);
        bot.Server.HttpFaults.Add(
            new HttpFault.HoldAfter(), "POST", "/interactions/{interaction_id}/{interaction_token}/callback", times: 9);

        var used = bot.Server.UseCommand("slow");
        await bot.Clock.AdvanceToTimerAsync(DeferAfter);
        await used.Response;
        ready.SetResult(TestCommand.Says("at last"));
        var shown = used.GetMessageAsync();
        await bot.Clock.AdvanceUntilAsync(shown, DeferAfter);

        Assert.Equal("at last", (await shown).Description());
    }

    [Fact]
    public async Task Answer_DifferentClocks_IsInTime()
    {
        // The fake Discord's clock is a day ahead, so by that clock every interaction is long over.
        var ahead = new TestClock();
        ahead.Advance(TimeSpan.FromDays(1));
        await using var server = await FakeDiscordServer.StartAsync(
            new FakeDiscordOptions { TimeProvider = ahead }, TestContext.Current.CancellationToken);
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Server = server });

        Assert.NotEmpty((await server.UseCommand("summary").GetMessageAsync()).Description());
        Assert.Empty(bot.Violations);
    }

    [Fact]
    public async Task Answer_FailingCommand_SaysSoWithoutDetails()
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("broken", _ => throw new InvalidOperationException("the inside"))),
        });

        var message = await bot.Server.UseCommand("broken").GetMessageAsync();

        Assert.Contains("Something went wrong", message.Description(), StringComparison.Ordinal);
        Assert.DoesNotContain("inside", message.Description(), StringComparison.Ordinal);
        Assert.True(message.IsEphemeral);
        await bot.Log.WaitForAsync("the inside");
    }

    [Fact]
    public async Task Stop_PendingAnswer_IsSentFirst()
    {
        var ready = new TaskCompletionSource<Reply>();
        await using var bot = await StartAsync(ready);
        var used = bot.Server.UseCommand("slow");
        await bot.Clock.NextTimerAsync(DeferAfter, DeferAfter);

        bot.Stop();
        await bot.Clock.NextTimerAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        ready.SetResult(TestCommand.Says("the last one"));
        var message = await used.GetMessageAsync();
        await bot.EndedAsync();

        Assert.Equal("the last one", message.Description());
        Assert.Equal(0, bot.ExitCode);
        var gone = await bot.Server.Log.WaitForAsync<DisconnectedRecord>(ct: TestContext.Current.CancellationToken);
        Assert.Equal(1000, gone.CloseCode);
    }

    [Fact]
    public async Task Stop_AnswerThatNeverComes_IsAborted()
    {
        await using var bot = await StartAsync(new TaskCompletionSource<Reply>());
        bot.Server.UseCommand("slow");
        await bot.Clock.NextTimerAsync(DeferAfter, DeferAfter);

        bot.Stop();
        await bot.Clock.NextTimerAsync(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        bot.Clock.Advance(TimeSpan.FromSeconds(10));

        await bot.EndedAsync();
    }

    private static Task<RunningBot> StartAsync(TaskCompletionSource<Reply> ready) =>
        RunningBot.StartAsync(new RunningBot.Setup
        {
            Register = TestCommand.Instead(
                new TestCommand("slow", c => ready.Task.WaitAsync(c)),
                new TestCommand("quick", _ => Task.FromResult(TestCommand.Says("at once"))),
                new TestCommand("completed", _ => throw new NotSupportedException())
                {
                    Definition = new("completed", "Has suggestions.", [
                        new CommandOption("text", "Any.") { HasAutocomplete = true }
                    ]),
                    Suggestions = [new AutocompleteChoice("Anything", "anything")],
                }),
        });
}
