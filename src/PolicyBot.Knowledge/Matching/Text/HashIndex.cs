using System.Numerics;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>A map from 64-bit hashes to the ids 0, 1, 2, … in the order of addition; open addressing, no removal.</summary>
internal sealed class HashIndex
{
    private ulong[] keys;
    private int[] ids;
    private int count;

    public HashIndex(int capacity = 64)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        keys = new ulong[size];
        ids = new int[size];
    }

    public int Count => count;

    /// <summary>The id of <paramref name="hash"/>, or -1.</summary>
    public int Find(ulong hash)
    {
        var mask = keys.Length - 1;
        for (var i = (int)hash & mask; keys[i] != 0; i = (i + 1) & mask)
        {
            if (keys[i] == hash) return ids[i];
        }

        return -1;
    }

    /// <summary>The id of <paramref name="hash"/> (not 0), which it gets now if it has none.</summary>
    public int Add(ulong hash)
    {
        if (count * 2 >= keys.Length) Grow();
        var mask = keys.Length - 1;
        var i = (int)hash & mask;
        for (; keys[i] != 0; i = (i + 1) & mask)
        {
            if (keys[i] == hash) return ids[i];
        }

        keys[i] = hash;
        ids[i] = count;
        return count++;
    }

    private void Grow()
    {
        var (oldKeys, oldIds) = (keys, ids);
        keys = new ulong[oldKeys.Length * 2];
        ids = new int[keys.Length];
        var mask = keys.Length - 1;
        for (var o = 0; o < oldKeys.Length; o++)
        {
            if (oldKeys[o] == 0) continue;
            var i = (int)oldKeys[o] & mask;
            while (keys[i] != 0) i = (i + 1) & mask;
            (keys[i], ids[i]) = (oldKeys[o], oldIds[o]);
        }
    }
}
