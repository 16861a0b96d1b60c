using System.Globalization;
using System.Text;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// Splits a text into the model's word pieces (BERT's uncased WordPiece): lower case, without accents, each punctuation
/// mark and symbol separate. Typographic quotes are read as straight ones. <see cref="AccentFolding"/> removes accents,
/// because the runtime's own decomposition needs a system library that may be missing.
/// </summary>
internal sealed class WordPieceTokenizer(WordPieceVocabulary vocabulary)
{
    /// <summary>The longest word in bytes; a longer one is unknown.</summary>
    public const int MaxWordBytes = 200;

    private const int MaxRuneBytes = 4;

    private enum RuneKind
    {
        Skipped,
        Space,
        Mark,
        Ideograph,
        Letter,
    }

    /// <summary>Splits a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="into">Receives the pieces, with a mark at both ends.</param>
    /// <param name="maxPieces">
    /// The maximum number of pieces, at least 2, including the marks at both ends; the rest of the text is ignored.
    /// </param>
    public void Tokenize(ReadOnlySpan<char> text, PieceList into, int maxPieces)
    {
        into.Clear(maxPieces - 1);
        into.AddMark(vocabulary.Start);

        Span<byte> word = stackalloc byte[MaxWordBytes + MaxRuneBytes];
        var length = 0;
        foreach (var original in text.EnumerateRunes())
        {
            if (into.IsFull) break;
            var rune = Fold(original);
            var kind = GetKind(rune);
            if (kind == RuneKind.Skipped) continue;
            if (kind != RuneKind.Letter)
            {
                AddWord(word[..length], into);
                length = 0;
            }

            switch (kind)
            {
                case RuneKind.Mark:
                    into.AddMark(Find(word[..rune.EncodeToUtf8(word)]));
                    break;
                case RuneKind.Ideograph:
                    AddWord(word[..rune.EncodeToUtf8(word)], into);
                    break;
                case RuneKind.Letter when length <= MaxWordBytes:
                    length += rune.EncodeToUtf8(word[length..]);
                    break;
            }
        }

        AddWord(word[..length], into);
        into.AddEnd(vocabulary.End);
    }

    private static Rune Fold(Rune rune) => rune.Value switch
    {
        0x2018 or 0x2019 => new Rune('\''),
        0x201C or 0x201D => new Rune('"'),
        <= char.MaxValue => Rune.ToLowerInvariant(new Rune(AccentFolding.Fold((char)rune.Value))),
        _ => Rune.ToLowerInvariant(rune),
    };

    private static RuneKind GetKind(Rune rune)
    {
        if (Rune.IsWhiteSpace(rune)) return RuneKind.Space;
        if (rune == Rune.ReplacementChar) return RuneKind.Skipped;
        if (Rune.IsPunctuation(rune) || Rune.IsSymbol(rune)) return RuneKind.Mark;
        if (IsIdeograph(rune.Value)) return RuneKind.Ideograph;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => RuneKind.Space,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => RuneKind.Skipped,
            _ => RuneKind.Letter,
        };
    }

    /// <summary>Whether the character is a word by itself, like Chinese ones.</summary>
    private static bool IsIdeograph(int rune) => rune is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x2FA1F);

    /// <summary>Adds the pieces of a word, always the longest possible next piece.</summary>
    private void AddWord(ReadOnlySpan<byte> word, PieceList into)
    {
        if (word.IsEmpty) return;
        Span<int> ids = stackalloc int[MaxWordBytes];
        into.AddWord(TrySplit(word, ids, out var count) ? ids[..count] : [vocabulary.Unknown]);
    }

    private bool TrySplit(ReadOnlySpan<byte> word, Span<int> ids, out int count)
    {
        count = 0;
        if (word.Length > MaxWordBytes) return false;
        for (var start = 0; start < word.Length;)
        {
            var id = vocabulary.FindLongest(word[start..], continues: start > 0, out var length);
            if (id < 0) return false;
            ids[count++] = id;
            start += length;
        }

        return true;
    }

    private int Find(ReadOnlySpan<byte> mark)
    {
        var id = vocabulary.FindLongest(mark, continues: false, out var length);
        return length == mark.Length ? id : vocabulary.Unknown;
    }
}
