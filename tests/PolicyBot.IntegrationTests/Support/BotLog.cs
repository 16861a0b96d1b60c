using Microsoft.Extensions.Logging.Testing;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>The log of a bot as lines that start with their level.</summary>
internal static class BotLog
{
    extension(FakeLogCollector log)
    {
        /// <summary>All lines so far, oldest first.</summary>
        public IReadOnlyList<string> All => [.. log.GetSnapshot().Select(Format)];

        /// <summary>Waits until <paramref name="count"/> lines contain a text, and returns the last of them.</summary>
        public async Task<string> WaitForAsync(string text, int count = 1)
        {
            using var guard = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            guard.CancelAfter(TestGuard.Timeout);
            var found = 0;
            try
            {
                await foreach (var record in log.GetLogsAsync(guard.Token))
                {
                    var line = Format(record);
                    if (line.Contains(text, StringComparison.Ordinal) && ++found == count) return line;
                }
            }
            catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
            {
            }

            throw new TimeoutException(
                $"“{text}” was logged {found} times instead of {count}. Logged:\n{string.Join('\n', log.All)}");
        }
    }

    private static string Format(FakeLogRecord record) =>
        $"{record.Level}: {record.Message}{(record.Exception is { } exception ? $" {exception}" : "")}";
}
