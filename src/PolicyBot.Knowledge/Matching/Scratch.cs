using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>The buffers that a thread needs to read and score questions; reusable.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? _current;

    private float[] _scores = [];
    private int _entries;

    /// <summary>The calling thread's instance.</summary>
    public static Scratch Current => _current ??= new Scratch();

    public QuestionTokenizer Words { get; } = new();

    /// <summary>The role that the question asks for, after <see cref="Matcher.Score"/>.</summary>
    public AskedRole AskedRole { get; set; }

    /// <summary>Whether the question asks how many or how much, after <see cref="Matcher.Score"/>.</summary>
    public bool AsksNumber { get; set; }

    /// <summary>The question's words for <see cref="ClauseReader"/>, after <see cref="Matcher.Score"/>.</summary>
    public List<ClauseWord> Clause { get; } = [];

    public FeatureBuffer Features { get; } = new();

    /// <summary>One score per entry, after <see cref="Matcher.Score"/>.</summary>
    public Span<float> Scores => _scores.AsSpan(0, _entries);

    public void ClearScores(int count)
    {
        if (_scores.Length < count) _scores = new float[count];
        _entries = count;
        Scores.Clear();
    }
}
