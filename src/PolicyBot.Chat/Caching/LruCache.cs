using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Chat.Caching;

/// <summary>
/// Keeps values by key. If there are too many, it removes the least recently used one. Thread-safe.
/// </summary>
/// <param name="capacity">The maximum number of keys; at least 1.</param>
public sealed class LruCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _sync = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _oldestFirst = new();

    /// <summary>Stores a value, and replaces an earlier one with the same key.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (_sync) Store(key, value);
    }

    /// <summary>Stores a value unless its key has one already, which counts as a use.</summary>
    /// <returns>Whether it was stored.</returns>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_sync)
        {
            if (TryGet(key, out _)) return false;
            Store(key, value);
            return true;
        }
    }

    /// <summary>Removes the value of a key, if it has one.</summary>
    public void Remove(TKey key)
    {
        lock (_sync)
        {
            if (_nodes.Remove(key, out var node)) _oldestFirst.Remove(node);
        }
    }

    /// <summary>Finds the value of a key, which counts as a use.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_sync)
        {
            if (_nodes.TryGetValue(key, out var node))
            {
                _oldestFirst.Remove(node);
                _oldestFirst.AddLast(node);
                value = node.Value.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>
    /// Returns the value of a key, and creates and stores it first if there is none; never twice at the same time.
    /// </summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        lock (_sync)
        {
            if (TryGet(key, out var value)) return value;
            value = create(key);
            Store(key, value);
            return value;
        }
    }

    /// <summary>Lists what is stored now, the least recently used first.</summary>
    public IReadOnlyList<KeyValuePair<TKey, TValue>> List()
    {
        lock (_sync) return [.. _oldestFirst];
    }

    private void Store(TKey key, TValue value)
    {
        if (_nodes.TryGetValue(key, out var known)) _oldestFirst.Remove(known);
        _nodes[key] = _oldestFirst.AddLast(KeyValuePair.Create(key, value));
        if (_nodes.Count <= capacity) return;
        _nodes.Remove(_oldestFirst.First!.Value.Key);
        _oldestFirst.RemoveFirst();
    }
}
