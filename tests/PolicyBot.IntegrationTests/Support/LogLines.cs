using Microsoft.Extensions.Logging;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Keeps what is logged, and lets tests wait for it.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);

    private readonly Lock _sync = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_sync) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_sync)
        {
            _lines.Add($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : " " + exception)}");
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Waits for the so-manieth line that holds a text.</summary>
    public async Task<string> WaitForAsync(string text, int count = 1)
    {
        var (read, found) = (0, 0);
        while (true)
        {
            Task signal;
            lock (_sync)
            {
                for (; read < _lines.Count; read++)
                {
                    if (_lines[read].Contains(text, StringComparison.Ordinal) && ++found == count) return _lines[read];
                }

                signal = _changed.Task;
            }

            try
            {
                await signal.WaitAsync(Guard, TestContext.Current.CancellationToken);
            }
            catch (TimeoutException)
            {
                Assert.Fail($"“{text}” was not logged {count} times. Logged:\n{string.Join('\n', All)}");
            }
        }
    }

    public void Dispose()
    {
    }
}
