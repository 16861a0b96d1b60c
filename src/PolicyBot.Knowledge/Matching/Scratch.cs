using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>What one thread needs to read and score a question, reused from question to question.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? _current;

    private float[] _scores = [];
    private int _entries;

    /// <summary>The calling thread's own.</summary>
    public static Scratch Current => _current ??= new Scratch();

    public QuestionTokenizer Words { get; } = new();

    /// <summary>Whom the question asks for, after <see cref="Matcher.Score"/>.</summary>
    public AskedRole AskedRole { get; set; }

    /// <summary>Whether the question asks how many or how much, after <see cref="Matcher.Score"/>.</summary>
    public bool AsksNumber { get; set; }

    /// <summary>The question's words for <see cref="ClauseReader"/>, after <see cref="Matcher.Score"/>.</summary>
    public List<ClauseWord> Clause { get; } = [];

    public FeatureBuffer Features { get; } = new();

    /// <summary>A score an entry, after <see cref="Matcher.Score"/>.</summary>
    public Span<float> Scores => _scores.AsSpan(0, _entries);

    public void ClearScores(int count)
    {
        if (_scores.Length < count) _scores = new float[count];
        _entries = count;
        Scores.Clear();
    }
}
