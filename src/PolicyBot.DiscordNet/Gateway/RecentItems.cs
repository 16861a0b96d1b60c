using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.DiscordNet.Gateway;

/// <summary>
/// Stores a limited number of values by their ids, and drops the oldest to make room. Thread-safe.
/// </summary>
/// <param name="capacity">The highest number of values, at least 1.</param>
internal sealed class RecentItems<T>(int capacity)
{
    private readonly ConcurrentDictionary<ulong, T> _items = new();
    private readonly ConcurrentQueue<ulong> _oldestFirst = new();

    /// <summary>Adds a value, unless there is one with this id.</summary>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(ulong id, T value)
    {
        if (!_items.TryAdd(id, value)) return false;
        _oldestFirst.Enqueue(id);
        if (_items.Count > capacity && _oldestFirst.TryDequeue(out var oldest)) _items.TryRemove(oldest, out _);
        return true;
    }

    /// <summary>Gets the value with an id, if there is one.</summary>
    public bool TryGet(ulong id, [MaybeNullWhen(false)] out T value) => _items.TryGetValue(id, out value);
}
