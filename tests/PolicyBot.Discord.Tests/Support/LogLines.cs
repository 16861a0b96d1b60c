using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Discord.Tests.Support;

/// <summary>Keeps what is logged, and lets tests wait for it.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly Lock sync = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyCollection<string> All => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : " " + exception)}");
        lock (sync)
        {
            changed.TrySetResult();
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits for the so-manieth line that holds a text.</summary>
    public async Task<string> WaitForAsync(string text, int count = 1)
    {
        while (true)
        {
            Task signal;
            lock (sync) signal = changed.Task;
            var found = lines.Where(l => l.Contains(text, StringComparison.Ordinal)).Skip(count - 1).FirstOrDefault();
            if (found is not null) return found;
            try
            {
                await signal.WaitAsync(Guard, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"“{text}” was not logged {count} times. Logged:\n{string.Join('\n', lines)}");
            }
        }
    }

    public void Dispose()
    {
    }
}
