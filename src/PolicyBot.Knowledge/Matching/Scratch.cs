using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>What one thread needs to read and score a question, reused from question to question.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? current;

    private float[] scores = [];
    private int entries;

    /// <summary>The calling thread's own.</summary>
    public static Scratch Current => current ??= new Scratch();

    public QuestionWords Words { get; } = new();

    /// <summary>Whom the question asks for, after <see cref="Matcher.Score"/>.</summary>
    public AskedRole AskedRole { get; set; }

    /// <summary>Whether the question asks how many or how much, after <see cref="Matcher.Score"/>.</summary>
    public bool AsksNumber { get; set; }

    /// <summary>The question's words for <see cref="ClauseReader"/>, after <see cref="Matcher.Score"/>.</summary>
    public List<ClauseWord> Clause { get; } = [];

    public FeatureSink Features { get; } = new();

    /// <summary>A score an entry, after <see cref="Matcher.Score"/>.</summary>
    public Span<float> Scores => scores.AsSpan(0, entries);

    public void ClearScores(int count)
    {
        if (scores.Length < count) scores = new float[count];
        entries = count;
        Scores.Clear();
    }
}
