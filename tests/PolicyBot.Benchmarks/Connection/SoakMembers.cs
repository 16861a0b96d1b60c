using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>
/// What members do. They take turns, in many channels, so that only a flood meets the bot's limits. What they do is
/// chosen by one thread; the answers are waited for by many.
/// </summary>
internal sealed partial class SoakMembers
{
    /// <summary>The bot's limit for a member, in ten seconds.</summary>
    public const int UserLimit = 8;

    private const int FloodSize = 300;
    private const int Members = 400;
    private const int Channels = 40;
    private const int TalkChannels = 10;
    private const int Seed = 1;

    // Discord shows a message at once, but a channel's rate limit can hold up the bot's.
    private static readonly TimeSpan MentionLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MentionLook = TimeSpan.FromMilliseconds(250);

    private static readonly (string Command, string? Option, object? Value)[] Others =
    [
        ("quote", "random", true),
        ("quote", "card", true),
        ("summary", "length", "full"),
        ("people", null, null),
        ("topics", null, null),
        ("why", MixedQuestions.Option, "did Google sign?"),
    ];

    // Only in apologies.
    private static readonly string[] Apologies =
        ["Something went wrong on my side", "try again in a minute", "be loaded right now"];

    private readonly FakeDiscordServer _server;
    private readonly SoakTally _tally;
    private readonly SoakInterruptions _interruptions;
    private readonly Random _random = new(Seed);
    private readonly List<DiscordUser> _members;
    private readonly List<DiscordChannel> _channels;
    private readonly List<DiscordChannel> _talk;
    private readonly DiscordUser _flooder;
    private readonly DiscordChannel _flooded;
    private int _turn;

    public SoakMembers(FakeDiscordServer server, SoakTally tally, SoakInterruptions interruptions)
    {
        (_server, _tally, _interruptions) = (server, tally, interruptions);
        _members = [.. Enumerable.Range(0, Members).Select(i => server.AddUser($"member-{i}"))];
        _channels = [.. Enumerable.Range(0, Channels).Select(i => server.AddChannel($"here-{i}"))];
        _talk = [.. Enumerable.Range(0, TalkChannels).Select(i => server.AddChannel($"talk-{i}"))];
        (_flooder, _flooded) = (server.AddUser("flooder"), server.AddChannel("flood"));
    }

    /// <summary>One member does something, and waits for the answer.</summary>
    public Task ActAsync()
    {
        var i = _turn++;
        var (member, other) = (_members[i % Members], _members[(i + (Members / 2)) % Members]);
        return _random.Next(100) switch
        {
            < 60 => AskAsync(i, member),
            < 80 => AskAndPressAsync(i, member, other, _random.NextDouble()),
            < 88 => MentionAsync(i, member),
            var n => UseAsync(SoakUse.Other, () => UseOther(Others[n % Others.Length], i, member)),
        };
    }

    /// <summary>Many members ask at once, and all must get their answers.</summary>
    public Task CrowdAsync()
    {
        var first = _turn;
        _turn += FloodSize;
        return Task.WhenAll(Enumerable.Range(first, FloodSize).Select(i => AskAsync(i, _members[i % Members])));
    }

    /// <summary>
    /// One member sends many commands at once. The bot answers as many as the limit allows, answers one more with a
    /// request to wait, and ignores the rest.
    /// </summary>
    public async Task FloodAsync()
    {
        var sentAt = TimeProvider.System.GetUtcNow();
        var sent = Enumerable.Range(0, FloodSize)
            .Select(i => _server.UseCommand("ask", MixedQuestions.Create(i), _flooded, _flooder))
            .ToList();
        var messages = (await Task.WhenAll(sent.Select(FindMessageAsync))).OfType<SentMessage>().ToList();
        var told = messages.Count(IsNotice);
        var answered = messages.Count - told;
        _tally.AddAnswered(SoakUse.Question, answered);
        var missing = Math.Max(0, UserLimit - answered);
        _tally.AddRefused(FloodSize - answered - missing);
        if (missing > 0 && _interruptions.Contain(sentAt)) _tally.AddDisconnected(SoakUse.Question, missing);
        else if (missing > 0) _tally.AddLost($"{missing} of a flood", missing);
        else if (told != 1 && !_interruptions.Contain(sentAt)) _tally.AddLost($"{told} notices in a flood");
        else if (answered > UserLimit) _tally.AddLost($"{answered} answers in a flood");
    }

    /// <summary>Uses something and waits for the answer.</summary>
    /// <returns>The answer; null if there is none.</returns>
    public async Task<SentMessage?> UseAsync(SoakUse use, Func<SentInteraction> start)
    {
        var sentAt = TimeProvider.System.GetUtcNow();
        var used = start();
        var message = await FindMessageAsync(used);
        Count(use, message, sentAt, $"{use}, {(used.ResponseTime is null ? "not acknowledged" : "acknowledged")}");
        return message;
    }

    private Task<SentMessage?> AskAsync(int i, DiscordUser member) => UseAsync(
        SoakUse.Question,
        () => _server.UseCommand("ask", MixedQuestions.CreateForEncoder(i), _channels[i % Channels], member));

    // Somebody else presses a button under the answer, and gets a private reply.
    private async Task AskAndPressAsync(int i, DiscordUser member, DiscordUser other, double choice)
    {
        if (await AskAsync(i, member) is not { } answer) return;
        var buttons = Buttons().Matches(answer.Json.ToJsonString());
        if (buttons.Count == 0) return;
        var button = buttons[(int)(choice * buttons.Count)].Groups[1].Value;
        var use = button.StartsWith("ask", StringComparison.Ordinal) ? SoakUse.Choice : SoakUse.Other;
        await UseAsync(use, () => _server.Press(answer, button, other));
    }

    private SentInteraction UseOther((string Command, string? Option, object? Value) other, int i, DiscordUser member)
    {
        var options = other.Option is { } name ? new Dictionary<string, object> { [name] = other.Value! } : null;
        return _server.UseCommand(other.Command, options, _channels[i % Channels], member);
    }

    private async Task MentionAsync(int i, DiscordUser member)
    {
        var sentAt = TimeProvider.System.GetUtcNow();
        var channel = _talk[i % TalkChannels];
        var question = MixedQuestions.CreateForEncoder(i)[MixedQuestions.Option];
        var sent = _server.SendMessage($"<@{_server.Bot.UserId}> {question}", channel, member);
        SentMessage? reply;
        do
        {
            await Task.Delay(MentionLook, TimeProvider.System);
            reply = FindReply(channel, sent);
        }
        while (reply is null && TimeProvider.System.GetUtcNow() - sentAt < MentionLimit);
        Count(SoakUse.Question, reply, sentAt, "a mention");
    }

    private SentMessage? FindReply(DiscordChannel channel, SentMessage sent)
    {
        var id = $"{sent.Id}";
        return _server.GetMessages(channel).Reverse().TakeWhile(m => m.Id != sent.Id).FirstOrDefault(
            m => m.AuthorId == _server.Bot.UserId && (string?)m.Json["message_reference"]?["message_id"] == id);
    }

    // Null if it isn't acknowledged within three seconds, or not answered within thirty.
    private static async Task<SentMessage?> FindMessageAsync(SentInteraction used)
    {
        try
        {
            await used.Response;
            return await used.MessageAsync();
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private void Count(SoakUse use, SentMessage? message, DateTimeOffset sentAt, string what)
    {
        if (message is null && _interruptions.Contain(sentAt)) _tally.AddDisconnected(use);
        else if (message is null) _tally.AddLost(what);
        else if (IsNotice(message)) _tally.AddLost($"{what}, refused for the limits");
        else if (Apologies.FirstOrDefault(a => Contains(message, a)) is { } text) _tally.AddLost($"{what}: {text}");
        else _tally.AddAnswered(use);
    }

    private static bool IsNotice(SentMessage message) => Contains(message, "more than I can answer at once");

    private static bool Contains(SentMessage message, string text) =>
        message.Json.ToJsonString().Contains(text, StringComparison.Ordinal);

    // The ids of buttons that give other entries, and of the thumbs.
    [GeneratedRegex("""
        "custom_id":"((?:ask\|entry=|feedback\|)[^"\\]*)"
        """)]
    private static partial Regex Buttons();
}
