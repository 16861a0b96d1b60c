using System.Runtime.CompilerServices;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The word pieces in the bytes of the vocabulary: UTF-8, one per line, ids by line. A hash table over the bytes avoids
/// creating strings, so loading takes about a millisecond.
/// </summary>
internal sealed class WordPieceVocabulary
{
    private const uint HashStart = 2166136261;
    private const uint HashPrime = 16777619;
    private const byte LineEnd = (byte)'\n';

    private readonly ReadOnlyMemory<byte> _text;
    private readonly int[] _starts;
    private readonly int[] _table; // id + 1 by hash, 0 where there is none
    private readonly uint _mask;

    /// <summary>Indexes a vocabulary.</summary>
    /// <exception cref="InvalidDataException">It doesn't have that many lines, or lacks one of the marks.</exception>
    public WordPieceVocabulary(ReadOnlyMemory<byte> text, int pieceCount)
    {
        _text = text;
        _starts = new int[pieceCount + 1];
        _mask = System.Numerics.BitOperations.RoundUpToPowerOf2((uint)pieceCount * 2) - 1;
        _table = new int[_mask + 1];
        if (!TryIndex(text.Span))
            throw EncoderFile.CreateException($"has a vocabulary that doesn't have {pieceCount} lines");
        Start = GetId("[CLS]"u8);
        End = GetId("[SEP]"u8);
        Unknown = GetId("[UNK]"u8);
    }

    /// <summary>The mark before a text.</summary>
    public int Start { get; }

    /// <summary>The mark after a text.</summary>
    public int End { get; }

    /// <summary>The piece for unknown words.</summary>
    public int Unknown { get; }

    /// <summary>Finds the longest piece at the start of a text.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="continues">Whether the text continues a word; such pieces begin with ## in the vocabulary.</param>
    /// <param name="length">The piece's length in bytes.</param>
    /// <returns>Its id, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindLongest(ReadOnlySpan<byte> text, bool continues, out int length)
    {
        var prefix = continues ? "##"u8 : [];
        Span<uint> hashes = stackalloc uint[WordPieceTokenizer.MaxWordBytes];
        var hash = ComputeHash(prefix);
        for (var i = 0; i < text.Length; i++) hashes[i] = hash = (hash ^ text[i]) * HashPrime;

        for (length = text.Length; length > 0; length--)
        {
            if (Find(hashes[length - 1], prefix, text[..length]) is var id and >= 0) return id;
        }

        return -1;
    }

    private static uint ComputeHash(ReadOnlySpan<byte> text)
    {
        var hash = HashStart;
        foreach (var b in text) hash = (hash ^ b) * HashPrime;
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryIndex(ReadOnlySpan<byte> text)
    {
        var position = 0;
        for (var id = 0; id < _starts.Length - 1; id++)
        {
            var start = position;
            var hash = HashStart;
            for (; position < text.Length && text[position] != LineEnd; position++)
                hash = (hash ^ text[position]) * HashPrime;
            if (position == text.Length) return false;

            _starts[id] = start;
            position++;
            var slot = hash & _mask;
            while (_table[slot] != 0) slot = (slot + 1) & _mask;
            _table[slot] = id + 1;
        }

        _starts[^1] = position;
        return position == text.Length;
    }

    private int GetId(ReadOnlySpan<byte> piece) =>
        Find(ComputeHash(piece), piece, []) is var id and >= 0 ? id
        : throw EncoderFile.CreateException("is missing one of the word pieces [CLS], [SEP] and [UNK]");

    private int Find(uint hash, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> rest)
    {
        var text = _text.Span;
        for (var slot = hash & _mask; _table[slot] != 0; slot = (slot + 1) & _mask)
        {
            var id = _table[slot] - 1;
            var piece = text[_starts[id]..(_starts[id + 1] - 1)];
            if (piece.Length != prefix.Length + rest.Length) continue;
            if (piece.StartsWith(prefix) && piece.EndsWith(rest)) return id;
        }

        return -1;
    }
}
