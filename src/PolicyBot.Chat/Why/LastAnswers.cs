using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Chat.Why;

/// <summary>The last answer of each place. Holds a bounded number of places and drops the one that has gone longest without an answer. Safe for many threads.</summary>
/// <param name="capacity">How many places it holds.</param>
internal sealed class LastAnswers(int capacity = LastAnswers.DefaultCapacity)
{
    /// <summary>How many places are held unless told otherwise.</summary>
    public const int DefaultCapacity = 1000;

    private readonly Lock sync = new();
    private readonly Dictionary<string, LinkedListNode<(string Place, Answer Answer)>> nodes = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Place, Answer Answer)> oldestFirst = new();

    /// <summary>Remembers an answer as the last one of a place.</summary>
    public void Put(string place, Answer answer)
    {
        lock (sync)
        {
            if (nodes.TryGetValue(place, out var known)) oldestFirst.Remove(known);
            nodes[place] = oldestFirst.AddLast((place, answer));
            if (nodes.Count <= capacity) return;
            nodes.Remove(oldestFirst.First!.Value.Place);
            oldestFirst.RemoveFirst();
        }
    }

    /// <summary>The last answer of a place, or null.</summary>
    public Answer? Get(string place)
    {
        lock (sync) return nodes.TryGetValue(place, out var node) ? node.Value.Answer : null;
    }
}
