using NodaTime;
using PolicyBot.Chat.Privacy;
using PolicyBot.Chat.Storing;
using PolicyBot.Chat.Tests.Support;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Tests.Usage;

public sealed class UsageLogTests : IDisposable
{
    private readonly UsageBook book = new();
    private readonly StillClock clock = new();
    private readonly UsageLog log;

    public UsageLogTests() => log = new UsageLog(book, clock, new PrivacyOptions());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Write_MuchOfTheSame_IsOneCount()
    {
        for (var i = 0; i < 3; i++) log.Count("g", "a", "e", UsageKind.Answered);
        log.Count("g", "a", "e", UsageKind.Helpful);
        log.Count("g", "a", "e", UsageKind.Helpful, -1);

        await log.WriteAsync(Cancellation);
        await log.WriteAsync(Cancellation);

        Assert.Equal(new UsageCount("a", "e", UsageKind.Answered, 3), Assert.Single(book.Counts).Count);
    }

    [Fact]
    public async Task Write_StoreOutOfReach_LosesNothing()
    {
        log.Count("g", "a", "e", UsageKind.Answered);
        log.Keep("g", "a", "why?", UsageKind.NotInArticle);
        book.Fault = "The disk is full; make room.";
        Assert.Equal(book.Fault, (await Assert.ThrowsAsync<StoreUnavailableException>(() => log.WriteAsync(Cancellation))).Message);
        Assert.Equal(book.Fault, log.Fault);
        log.Count("g", "a", "e", UsageKind.Answered);
        log.Keep("g", "a", "why?", UsageKind.NotUnderstood);

        book.Fault = null;
        await log.WriteAsync(Cancellation);

        Assert.Null(log.Fault);
        Assert.Equal(2, Assert.Single(book.Counts).Count.Count);
        Assert.Equal(("why?", UsageKind.NotUnderstood, 2), (book.Questions[0].Question.Text, book.Questions[0].Question.Kind, book.Questions[0].Question.Count));
    }

    [Fact]
    public async Task Read_SpansThatMeetWhileTheClockStandsStill_CountEachThingOnce()
    {
        var start = clock.Now - Duration.FromDays(1);
        log.Count("g", "a", "e", UsageKind.Answered);
        var first = await log.ReadAsync("g", start, clock.Now, Cancellation);
        var until = clock.Now;
        log.Count("g", "a", "e", UsageKind.Answered);
        await log.WriteAsync(Cancellation);
        clock.Now += Duration.FromSeconds(1);

        var second = await log.ReadAsync("g", until, clock.Now, Cancellation);

        Assert.Equal((1, 1), (first.Sum(c => c.Count), second.Sum(c => c.Count)));
        Assert.Empty(await log.ReadAsync("other", start, clock.Now, Cancellation));
    }

    [Fact]
    public async Task Erase_WhatWaits_IsForgottenOfThatServerAlone()
    {
        log.Count("g", "a", "e", UsageKind.Answered);
        log.Keep("g", "a", "why?", UsageKind.NotInArticle);
        log.Count("h", "a", "e", UsageKind.Answered);

        await log.EraseAsync("g", () => Task.CompletedTask, Cancellation);
        await log.WriteAsync(Cancellation);

        Assert.Equal("h", Assert.Single(book.Counts).Community);
        Assert.Empty(book.Questions);
    }

    [Fact]
    public async Task Keep_NotAllowed_KeepsNone()
    {
        using var silent = new UsageLog(book, clock, new PrivacyOptions { KeepQuestions = false });
        silent.Keep("g", "a", "why?", UsageKind.NotInArticle);
        await silent.WriteAsync(Cancellation);
        Assert.Empty(book.Questions);
    }

    [Fact]
    public void Count_Anything_RaisesPending()
    {
        var raised = 0;
        log.Pending += () => raised++;
        log.Count("g", "a", "e", UsageKind.Answered);
        log.Keep("g", "a", "why?", UsageKind.NotInArticle);
        Assert.Equal(2, raised);
    }
}
