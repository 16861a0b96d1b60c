using System.Numerics;

namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// The letters of a word, without their number, and its length, in eight bytes. Letters that share a slot count as one,
/// which can only make two words more similar.
/// </summary>
internal readonly struct LetterSet
{
    /// <summary>The number of slots.</summary>
    public const int Slots = 32;

    private readonly uint _slots;

    /// <summary>Reads a word.</summary>
    public LetterSet(ReadOnlySpan<char> word)
    {
        Length = word.Length;
        foreach (var c in word) _slots |= 1u << GetSlot(c);
    }

    /// <summary>Gets the slot of a letter, from 0.</summary>
    public static int GetSlot(char letter) => letter & (Slots - 1);

    /// <summary>The length of the word.</summary>
    public int Length { get; }

    /// <summary>Gets the number of letters that only one of two words has; at least.</summary>
    public int GetDifference(LetterSet other) => BitOperations.PopCount(_slots ^ other._slots);
}
