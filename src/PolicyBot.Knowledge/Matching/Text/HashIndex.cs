using System.Numerics;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A map from 64-bit hashes to the ids 0, 1, 2, … in the order of addition; open addressing, no removal.
/// </summary>
internal sealed class HashIndex
{
    private ulong[] _keys;
    private int[] _ids;
    private int _count;

    public HashIndex(int capacity = 64)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 2));
        _keys = new ulong[size];
        _ids = new int[size];
    }

    public int Count => _count;

    /// <summary>Finds the id of <paramref name="hash"/>, or -1.</summary>
    public int Find(ulong hash)
    {
        var mask = _keys.Length - 1;
        for (var i = (int)hash & mask; _keys[i] != 0; i = (i + 1) & mask)
        {
            if (_keys[i] == hash) return _ids[i];
        }

        return -1;
    }

    /// <summary>Gets the id of <paramref name="hash"/> (not 0), adding it if it is new.</summary>
    public int Add(ulong hash)
    {
        if (_count * 2 >= _keys.Length) Grow();
        var mask = _keys.Length - 1;
        var i = (int)hash & mask;
        for (; _keys[i] != 0; i = (i + 1) & mask)
        {
            if (_keys[i] == hash) return _ids[i];
        }

        _keys[i] = hash;
        _ids[i] = _count;
        return _count++;
    }

    private void Grow()
    {
        var (oldKeys, oldIds) = (_keys, _ids);
        _keys = new ulong[oldKeys.Length * 2];
        _ids = new int[_keys.Length];
        var mask = _keys.Length - 1;
        for (var o = 0; o < oldKeys.Length; o++)
        {
            if (oldKeys[o] == 0) continue;
            var i = (int)oldKeys[o] & mask;
            while (_keys[i] != 0) i = (i + 1) & mask;
            (_keys[i], _ids[i]) = (oldKeys[o], oldIds[o]);
        }
    }
}
