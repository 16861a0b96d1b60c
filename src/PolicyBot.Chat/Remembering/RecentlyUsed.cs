using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Chat.Remembering;

/// <summary>Remembers a value for each key, of a bounded number of keys; the one that has gone longest without use is forgotten first. Safe for many threads.</summary>
/// <param name="capacity">How many keys it holds, at least 1.</param>
public sealed class RecentlyUsed<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock sync = new();
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> nodes = [];
    private readonly LinkedList<KeyValuePair<TKey, TValue>> oldestFirst = new();

    /// <summary>Remembers a value, in place of what was remembered for its key.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (sync) Remember(key, value);
    }

    /// <summary>Remembers a value unless one is remembered for its key already, which counts as a use.</summary>
    /// <returns>Whether it was remembered.</returns>
    public bool TryAdd(TKey key, TValue value)
    {
        lock (sync)
        {
            if (TryGet(key, out _)) return false;
            Remember(key, value);
            return true;
        }
    }

    /// <summary>What is remembered for a key, which counts as a use.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (sync)
        {
            if (nodes.TryGetValue(key, out var node))
            {
                oldestFirst.Remove(node);
                oldestFirst.AddLast(node);
                value = node.Value.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>What is remembered for a key, or else what is made of it and remembered from then on; made once, however many ask.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (sync)
        {
            if (TryGet(key, out var value)) return value;
            value = make(key);
            Remember(key, value);
            return value;
        }
    }

    private void Remember(TKey key, TValue value)
    {
        if (nodes.TryGetValue(key, out var known)) oldestFirst.Remove(known);
        nodes[key] = oldestFirst.AddLast(KeyValuePair.Create(key, value));
        if (nodes.Count <= capacity) return;
        nodes.Remove(oldestFirst.First!.Value.Key);
        oldestFirst.RemoveFirst();
    }
}
