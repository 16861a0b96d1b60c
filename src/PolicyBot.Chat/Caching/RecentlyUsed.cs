using System.Diagnostics.CodeAnalysis;

namespace PolicyBot.Chat.Caching;

/// <summary>Values by their keys; a full one drops the value that was longest neither put nor got. Safe for many threads.</summary>
/// <typeparam name="TKey">The key, compared as its type compares.</typeparam>
/// <typeparam name="TValue">The value.</typeparam>
public sealed class RecentlyUsed<TKey, TValue>
    where TKey : notnull
{
    private readonly int capacity;
    private readonly Lock sync = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> nodes = [];
    private readonly LinkedList<(TKey Key, TValue Value)> longestUnusedFirst = new();

    /// <summary>Starts empty.</summary>
    /// <param name="capacity">How many values it holds; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than one.</exception>
    public RecentlyUsed(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        this.capacity = capacity;
    }

    /// <summary>Keeps a value by a key, in place of the one that it may have there.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (sync)
        {
            if (nodes.TryGetValue(key, out var known)) longestUnusedFirst.Remove(known);
            Add(key, value);
        }
    }

    /// <summary>The value of a key, if it is held.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (sync)
        {
            var found = nodes.TryGetValue(key, out var node);
            value = found ? Touch(node!) : default;
            return found;
        }
    }

    /// <summary>The value of a key; one that is not held is made.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes the value. All others wait meanwhile: it must be quick, and not come back here.</param>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (sync) return nodes.TryGetValue(key, out var node) ? Touch(node) : Add(key, make(key));
    }

    private TValue Touch(LinkedListNode<(TKey Key, TValue Value)> node)
    {
        longestUnusedFirst.Remove(node);
        longestUnusedFirst.AddLast(node);
        return node.Value.Value;
    }

    private TValue Add(TKey key, TValue value)
    {
        nodes[key] = longestUnusedFirst.AddLast((key, value));
        if (nodes.Count > capacity)
        {
            nodes.Remove(longestUnusedFirst.First!.Value.Key);
            longestUnusedFirst.RemoveFirst();
        }

        return value;
    }
}
