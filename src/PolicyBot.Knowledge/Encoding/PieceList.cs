namespace PolicyBot.Knowledge.Encoding;

/// <summary>The word pieces of a text: their ids, and which word each belongs to.</summary>
internal sealed class PieceList
{
    /// <summary>The word index of pieces outside words: punctuation, and the marks at both ends.</summary>
    public const int NoWord = -1;

    private readonly int[] _ids = new int[EncoderLayout.Positions];
    private readonly int[] _words = new int[EncoderLayout.Positions];
    private int _capacity;

    public int Count { get; private set; }

    public int WordCount { get; private set; }

    public ReadOnlySpan<int> Ids => _ids.AsSpan(0, Count);

    public bool IsFull => Count == _capacity;

    public int GetWordIndex(int piece) => _words[piece];

    /// <summary>Clears the list.</summary>
    /// <param name="capacity">The number of pieces until it is full.</param>
    public void Clear(int capacity) => (_capacity, Count, WordCount) = (capacity, 0, 0);

    /// <summary>Adds a piece that belongs to no word, unless the list is full.</summary>
    public void AddMark(int id) => Add(id, NoWord);

    /// <summary>Adds the pieces of a word, as many as fit.</summary>
    public void AddWord(ReadOnlySpan<int> ids)
    {
        if (IsFull || ids.IsEmpty) return;
        foreach (var id in ids) Add(id, WordCount);
        WordCount++;
    }

    /// <summary>Adds the mark at the end; there is always room for it.</summary>
    public void AddEnd(int id)
    {
        _capacity++;
        Add(id, NoWord);
    }

    private void Add(int id, int word)
    {
        if (IsFull) return;
        (_ids[Count], _words[Count]) = (id, word);
        Count++;
    }
}
