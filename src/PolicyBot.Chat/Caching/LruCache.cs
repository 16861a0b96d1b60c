using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Chat.Caching;

/// <summary>
/// Remembers a value for each key, of a bounded number of keys; the one that has gone longest without use is forgotten
/// first. Safe for many threads.
/// </summary>
/// <param name="capacity">How many keys it holds, at least 1.</param>
public sealed class LruCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock _sync = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _oldestFirst = new();

    /// <summary>Remembers a value, in place of what was remembered for its key.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (_sync) Remember(key, value);
    }

    /// <summary>Remembers a value unless one is remembered for its key already, which counts as a use.</summary>
    /// <returns>Whether it was remembered.</returns>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (_sync)
        {
            if (TryGet(key, out _)) return false;
            Remember(key, value);
            return true;
        }
    }

    /// <summary>What is remembered for a key, which counts as a use.</summary>
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
    /// What is remembered for a key, or else what is made of it and remembered from then on; made once, however many
    /// ask.
    /// </summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (_sync)
        {
            if (TryGet(key, out var value)) return value;
            value = make(key);
            Remember(key, value);
            return value;
        }
    }

    private void Remember(TKey key, TValue value)
    {
        if (_nodes.TryGetValue(key, out var known)) _oldestFirst.Remove(known);
        _nodes[key] = _oldestFirst.AddLast(KeyValuePair.Create(key, value));
        if (_nodes.Count <= capacity) return;
        _nodes.Remove(_oldestFirst.First!.Value.Key);
        _oldestFirst.RemoveFirst();
    }
}
