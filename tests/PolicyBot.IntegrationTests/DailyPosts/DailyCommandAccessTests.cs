using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NodaTime;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.DailyPosts;

/// <summary>
/// What all <c>/daily</c> commands have in common: who may use them, who sees the reply, and what happens if the store
/// fails.
/// </summary>
public abstract class DailyCommandAccessTests
{
    public sealed class OverBuiltIn : DailyCommandAccessTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : DailyCommandAccessTests;
#endif

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(DailyCommandTests.OfAChannel), MemberType = typeof(DailyCommandTests))]
    public async Task EveryCommand_RegisteredForAll_StillNeedsManageServer(string command)
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await GiveToAllAsync(daily.Server);

        var answer = await daily.UseAsync(command, daily.Server.User, ("channel", daily.Channel));

        Assert.StartsWith(
            "You aren't allowed to use /daily here.", answer.Description(), StringComparison.Ordinal);
        Assert.True(answer.IsEphemeral);
        Assert.Empty(daily.Posts);
        Assert.Equal(
            $"<#{daily.Channel.Id}>\n\n- {ScheduleTexts.Tomorrow}\n{ScheduleTexts.Full}", await daily.StatusAsync());
    }

    [Fact]
    public async Task EveryCommand_InDirectMessages_IsRefused()
    {
        await using var daily = await DailyServer.StartAsync();
        await GiveToAllAsync(daily.Server);

        var answer = await daily.Server.UseCommand(
            "daily status", channel: daily.Server.GetDirectMessages(daily.Moderator)).GetMessageAsync();

        Assert.Equal("Use this command in a server that has added me.", answer.Description());
    }

    // If the deferral were public, others would see that somebody manages posts, and then the reply itself.
    [Fact]
    public async Task EveryCommand_Deferred_StaysPrivate()
    {
        await using var daily = await DailyServer.StartAsync();
        var gate = new TaskCompletionSource();
        daily.Server.HttpFaults.Add(new HttpFault.Wait(gate.Task), "GET", "/channels/{channel_id}");

        var used = daily.Server.UseCommand(
            "daily set",
            new Dictionary<string, object> { ["channel"] = daily.Channel, ["time"] = "9:00", ["timezone"] = "UTC" },
            user: daily.Moderator);
        await daily.Clock.AdvanceToTimerAsync(TimeSpan.FromSeconds(1.5));
        Assert.Equal(64, (int?)(await used.Response)["data"]?["flags"]);
        gate.SetResult();
        var answer = await used.GetMessageAsync();

        Assert.True(answer.IsEphemeral);
        Assert.Contains("The next post is due", answer.Description(), StringComparison.Ordinal);
        Assert.Single(used.Messages);
    }

    [Fact]
    public async Task EveryCommand_StoreLocked_ExplainsWhileQuestionsAreAnswered()
    {
        await using var daily = await DailyServer.StartAsync();
        await daily.SetAsync();
        await daily.IdleAsync();
        await using var other = Open(daily.Data);
        await other.ExecuteAsync("BEGIN EXCLUSIVE");

        var pausing = daily.UseAsync("pause");
        var asked = await daily.Bot.Use("ask", "question", "Who signed the letter?").GetMessageAsync();
        var answer = await pausing;

        Assert.Contains("William Barr", asked.Description(), StringComparison.Ordinal);
        Assert.Equal(
            $"That didn't work: The database {Path.Combine(daily.Data.Path, "policybot.db")} is locked by another "
                + "program; close that, and try again. Nothing was changed.",
            answer.Description());
        await other.ExecuteAsync("ROLLBACK");
        Assert.Contains(ScheduleTexts.Tomorrow, await daily.StatusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCommand_StoreCannotBeCreated_ExplainsUntilItCan()
    {
        await using var daily = await DailyServer.StartAsync(prepare: d =>
        {
            Directory.Delete(d.Path);
            File.WriteAllText(d.Path, "");
        });
        string[] commands = [.. DailyCommandTests.OfAChannel.Select(r => r.Data)];

        foreach (var command in commands) Assert.Equal(Told(daily), (await daily.UseAsync(command)).Description());
        Assert.Equal(Told(daily), (await daily.UseAsync("set", ("time", "9:00"), ("timezone", "UTC"))).Description());
        Assert.Equal(Told(daily), await daily.StatusAsync());
        Assert.Contains(
            "William Barr",
            (await daily.Bot.Use("ask", "question", "Who signed the letter?").GetMessageAsync()).Description(),
            StringComparison.Ordinal);

        File.Delete(daily.Data.Path);
        await daily.SetAsync();
        await daily.PostedAtAsync(Instant.FromUtc(2026, 3, 2, 9, 0), 1);

        static string Told(DailyServer daily)
        {
            var folder = daily.Data.Path;
            return $"That didn't work: The data folder {folder} can't be created, because {folder} is a file; remove "
                + "it, or let the bot write there, or set Storage:DataFolder to another folder. Nothing was changed.";
        }
    }

    // Allows everybody to use the commands, as a server's settings can.
    private static async Task GiveToAllAsync(FakeDiscordServer server)
    {
        var command = server.GetCommands().Single(c => (string)c["name"]! == "daily");
        var body = new JsonArray(new JsonObject
        {
            ["name"] = "daily",
            ["description"] = (string)command["description"]!,
            ["contexts"] = new JsonArray(0, 1),
            ["options"] = command["options"]!.DeepClone(),
        });
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", server.Bot.Token);
        http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://example.org, 1)");
        var put = await http.PutAsJsonAsync(
            $"{server.ApiUrl}/applications/{server.Bot.ApplicationId}/commands", body, Cancellation);
        Assert.True(put.IsSuccessStatusCode, await put.Content.ReadAsStringAsync(Cancellation));
    }

    private static SqliteConnection Open(DataFolder data)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "policybot.db"), Pooling = false }
                .ToString());
        connection.Open();
        return connection;
    }
}
