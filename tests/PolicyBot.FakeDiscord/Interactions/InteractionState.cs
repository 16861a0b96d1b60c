using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// An interaction from its event to its end. Its gate is held while it is changed or a decision depends on its state.
/// The world may be called while the gate is held, but not the other way round.
/// </summary>
internal sealed class InteractionState : IDisposable
{
    private static readonly TimeSpan ResponseTimeLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    private readonly TimeProvider _time;
    private readonly DiscordWorld _world;
    private readonly List<ulong> _shown = [];
    private readonly TaskCompletionSource<JsonObject> _response =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ITimer? _deadline;
    private long _dispatchedAt;
    private bool _isUnanswered;
    private int _unlogged;

    public InteractionState(InteractionOrigin origin, ulong id, string token, TimeProvider time, DiscordWorld world)
    {
        Origin = origin;
        Id = id;
        Token = token;
        _time = time;
        _world = world;
        _dispatchedAt = time.GetTimestamp();
    }

    public Lock Gate { get; } = new();

    public TimeProvider Clock => _time;

    public InteractionOrigin Origin { get; }

    public ulong Id { get; }

    public string Token { get; }

    /// <summary>The data of the event; null if nothing is recorded.</summary>
    public byte[]? Data { get; set; }

    /// <summary>The type of the first response; null before it.</summary>
    public int? AnsweredWith { get; private set; }

    /// <summary>The @original message; null if there is none.</summary>
    public ulong? OriginalId { get; set; }

    /// <summary>How many follow-ups were posted. Requires the gate.</summary>
    public int FollowUps { get; set; }

    public TimeSpan? ResponseTime { get; private set; }

    public Task<JsonObject> Response => _response.Task;

    /// <summary>The last submit of its modal; null before it.</summary>
    public InteractionState? Submit { get; set; }

    /// <summary>Whether the user still sees its modal, which closes when a submit is answered.</summary>
    public bool HasOpenModal =>
        AnsweredWith == CallbackType.Modal && Response.IsCompletedSuccessfully && Submit?.AnsweredWith is null;

    public bool IsExpired => _time.GetElapsedTime(Volatile.Read(ref _dispatchedAt)) >= TokenLife;

    /// <summary>Three seconds have passed without a response; responses are refused from now on.</summary>
    public bool IsTooLate =>
        _isUnanswered || _time.GetElapsedTime(Volatile.Read(ref _dispatchedAt)) >= ResponseTimeLimit;

    public IReadOnlyList<SentMessage> Messages
    {
        get
        {
            lock (Gate)
                return [.. _shown.Select(_world.FindMessage)
                    .OfType<StoredMessage>()
                    .Select(message => new SentMessage(message))];
        }
    }

    /// <summary>Starts the three seconds.</summary>
    public void Start()
    {
        Volatile.Write(ref _dispatchedAt, _time.GetTimestamp());
        lock (Gate)
        {
            _deadline = _time.CreateTimer(
                static self => ((InteractionState)self!).OnTimeout(), this, ResponseTimeLimit,
                Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Records the first response. Requires the gate.</summary>
    public void Answer(int type)
    {
        AnsweredWith = type;
        ResponseTime = _time.GetElapsedTime(_dispatchedAt);
        _deadline?.Dispose();
        _deadline = null;
    }

    /// <summary>Shows the message to the user. Requires the gate.</summary>
    public void Show(ulong messageId)
    {
        if (!_shown.Contains(messageId))
            _shown.Add(messageId);
    }

    public bool Shows(ulong messageId) => _shown.Contains(messageId);

    /// <summary>Completes the response. Its nodes are filled on first use, because few are read.</summary>
    public void Publish(byte[] body, bool fills) =>
        _response.TrySetResult(fills ? JsonTree.ParseObject(body) : (JsonObject)JsonNode.Parse(body)!);

    /// <summary>
    /// Tests that wait for a message also wait for <see cref="EndLogging"/>, so that the request is in the log.
    /// Requires the gate.
    /// </summary>
    public void BeginLogging() => _unlogged++;

    /// <summary>The request is in the log; releases tests that wait for a message.</summary>
    public void EndLogging()
    {
        TaskCompletionSource before;
        lock (Gate)
        {
            _unlogged--;
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.TrySetResult();
    }

    /// <summary>The modal that it was answered with; null if it wasn't.</summary>
    public JsonElement? FindModal()
    {
        if (AnsweredWith != CallbackType.Modal || !Response.IsCompletedSuccessfully)
            return null;
        using var response = JsonDocument.Parse(Response.Result.ToJsonString());
        return response.RootElement.GetProperty("data"u8).Clone();
    }

    public async Task<SentMessage> MessageAsync(int index, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (Gate)
            {
                change = _changed.Task;
                if (_unlogged == 0 && Messages is var messages && index < messages.Count && !messages[index].IsThinking)
                    return messages[index];
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => _deadline?.Dispose();

    private void OnTimeout()
    {
        lock (Gate)
        {
            if (AnsweredWith is not null)
                return;
            _isUnanswered = true;
            _deadline?.Dispose();
            _deadline = null;
        }

        _response.TrySetException(new TimeoutException("The application did not respond in three seconds."));
        _ = _response.Task.Exception;
    }
}
