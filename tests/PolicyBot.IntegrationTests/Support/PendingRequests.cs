using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// Requests whose response the bot hasn't received. Their time limits follow the test's clock, so a test that advances
/// it meanwhile makes the bot send them again. Discord.Net's requests follow the real time.
/// </summary>
internal static class PendingRequests
{
    // The time limits of one attempt: of a first response to an interaction, and of other requests.
    private static readonly TimeSpan[] Timeouts = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10)];

    /// <summary>Waits for the message that the user is shown, and until the bot knows that it is.</summary>
    public static async Task<SentMessage> GetMessageAsync(this SentInteraction used, int index = 0)
    {
        var message = await used.MessageAsync(index, TestContext.Current.CancellationToken);
        if (used.Clock is TestClock clock) await clock.WaitForRequestsAsync();
        return message;
    }

    /// <summary>Waits for the first response, and until the bot knows that it arrived.</summary>
    public static async Task<JsonObject> GetResponseAsync(this SentInteraction used)
    {
        var response = await used.Response.WaitAsync(TestGuard.Timeout, TestContext.Current.CancellationToken);
        if (used.Clock is TestClock clock) await clock.WaitForRequestsAsync();
        return response;
    }

    /// <summary>Waits until there are none.</summary>
    public static async Task WaitForRequestsAsync(this TestClock clock)
    {
        foreach (var timeout in Timeouts) await clock.NoTimerAsync(timeout);
    }
}
