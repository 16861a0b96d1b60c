using System.Numerics;
using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// A map from 64-bit hashes to the ids 0, 1, 2, … in the order of addition; open addressing, no removal.
/// </summary>
internal sealed class HashIndex
{
    // At most two thirds full.
    private Slot[] _slots;
    private int _count;

    public HashIndex(int capacity = 64)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, capacity * 3 / 2));
        _slots = new Slot[size];
    }

    public int Count => _count;

    /// <summary>Finds the id of <paramref name="hash"/>, or -1.</summary>
    public int Find(ulong hash)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        for (var i = (int)hash & mask; slots[i].Key != 0; i = (i + 1) & mask)
        {
            if (slots[i].Key == hash) return slots[i].Id;
        }

        return -1;
    }

    /// <summary>Gets the id of <paramref name="hash"/> (not 0), adding it if it is new.</summary>
    public int Add(ulong hash)
    {
        if (_count * 3 >= _slots.Length * 2) Grow();
        var mask = _slots.Length - 1;
        var i = (int)hash & mask;
        for (; _slots[i].Key != 0; i = (i + 1) & mask)
        {
            if (_slots[i].Key == hash) return _slots[i].Id;
        }

        _slots[i] = new Slot(hash, _count);
        return _count++;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var slot in old)
        {
            if (slot.Key == 0) continue;
            var i = (int)slot.Key & mask;
            while (_slots[i].Key != 0) i = (i + 1) & mask;
            _slots[i] = slot;
        }
    }

    // Together, so that one access to memory finds both, and without the padding that would make it 16 bytes. A key of
    // 0 is a free slot.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private readonly record struct Slot(ulong Key, int Id);
}
