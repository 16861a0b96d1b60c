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
