using PolicyBot.FakeDiscord;

namespace PolicyBot.Tests.Support;

/// <summary>
/// Uses commands as somebody does who tries again where Discord says that the bot did not respond: a process that has
/// just begun, on a busy machine, may take longer than three seconds.
/// </summary>
internal static class RetryingUser
{
    private const int Tries = 5;

    /// <summary>What is answered to a command.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public static async Task<SentMessage> AnswerToAsync(
        this FakeDiscordServer server, string command, IReadOnlyDictionary<string, object> options,
        DiscordUser? user = null)
    {
        for (var tried = 1; ; tried++)
        {
            var used = server.UseCommand(command, options, user: user);
            try
            {
                await used.Response.WaitAsync(TestContext.Current.CancellationToken);
                return await used.MessageAsync(ct: TestContext.Current.CancellationToken);
            }
            catch (TimeoutException) when (tried < Tries)
            {
            }
        }
    }
}
