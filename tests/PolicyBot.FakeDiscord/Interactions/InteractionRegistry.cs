using System.Collections.Concurrent;
using System.Security.Cryptography;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>The interactions of the last fifteen minutes, by id and token.</summary>
internal sealed class InteractionRegistry(FakeDiscordOptions options, DiscordWorld world) : IDisposable
{
    private const int MostUnrecorded = 100_000;

    private readonly ConcurrentDictionary<ulong, InteractionState> _byId = new();
    private readonly ConcurrentDictionary<string, InteractionState> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<InteractionState> _order = new();

    public InteractionState Create(InteractionOrigin origin)
    {
        var id = world.Ids.Next();
        var token = $"aW50ZXJhY3Rpb24{id}{RandomNumberGenerator.GetHexString(64)}";
        var state = new InteractionState(origin, id, token, options.TimeProvider, world);
        _byId[id] = state;
        _byToken[state.Token] = state;
        _order.Enqueue(state);
        RemoveOld();
        return state;
    }

    public InteractionState? Find(ulong id, string token) =>
        _byId.TryGetValue(id, out var state) && state.Token == token ? state : null;

    /// <summary>The latest interaction whose modal a user has open.</summary>
    public InteractionState? FindOpenModal(ulong userId) =>
        _order.LastOrDefault(state => state.Origin.User.Id == userId && state.HasOpenModal);

    public InteractionState? FindByToken(string token) => _byToken.GetValueOrDefault(token);

    public void Dispose()
    {
        foreach (var state in _byId.Values)
            state.Dispose();
    }

    private void RemoveOld()
    {
        while (_order.TryPeek(out var oldest)
            && (oldest.IsExpired || !options.RecordsRequests && _order.Count > MostUnrecorded)
            && _order.TryDequeue(out var forgotten))
        {
            _byId.TryRemove(forgotten.Id, out _);
            _byToken.TryRemove(forgotten.Token, out _);
        }
    }
}
