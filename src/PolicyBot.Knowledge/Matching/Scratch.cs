using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>The buffers that a thread needs to read and score questions; reusable.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? _current;

    private readonly QuestionTokenizer _read = new();
    private readonly List<ClauseWord> _forms = [];
    private string? _question;
    private bool? _mayHaveFillers;
    private float[] _scores = [];
    private int _entries;

    /// <summary>The calling thread's instance.</summary>
    public static Scratch Current => _current ??= new Scratch();

    public QuestionTokenizer Words { get; } = new();

    /// <summary>The role that the question asks for.</summary>
    public AskedRole AskedRole { get; private set; }

    /// <summary>Whether the question asks how many or how much.</summary>
    public bool AsksNumber { get; private set; }

    /// <summary>The question's words for <see cref="ClauseReader"/>, after <see cref="Matcher.Score"/>.</summary>
    public List<ClauseWord> Clause { get; } = [];

    public FeatureBuffer Features { get; } = new();

    /// <summary>One score per entry, after <see cref="Matcher.Score"/>.</summary>
    public Span<float> Scores => _scores.AsSpan(0, _entries);

    /// <summary>
    /// Reads the words of a question, not yet resolved. If it is the one that was read last, as when it is asked of
    /// several articles, what doesn't depend on a set is only copied.
    /// </summary>
    public void Read(string question)
    {
        var isSame = question == _question;
        if (isSame)
        {
            _mayHaveFillers ??= Fillers.MayBeIn(_read);
        }
        else
        {
            _question = null;
            _read.Read(question);
            (AskedRole, AsksNumber) = (AskedRoleReader.Read(_read), AskedRoleReader.AsksNumber(_read));
            ClauseWord.ReadForms(_read, _forms);
            Vocabulary.SetKeys(_read);
            (_question, _mayHaveFillers) = (question, null);
        }

        Words.CopyFrom(_read, _mayHaveFillers ?? true, isSame);
        Clause.Clear();
        Clause.AddRange(_forms);
    }

    public void ClearScores(int count)
    {
        if (_scores.Length < count) _scores = new float[count];
        _entries = count;
        Scores.Clear();
    }
}
