namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The verb of a question, and the words before and after it that do it or to which it is done.</summary>
/// <param name="Verb">The verb's place among the words; −1 if no pattern fits.</param>
/// <param name="Subject">Who does it; empty if that is what is asked for.</param>
/// <param name="Object">To whom or what it is done; empty if that is what is asked for, or if nothing is.</param>
/// <param name="Asked">The noun behind "which" or "what" to which it is done; empty if there is none.</param>
internal readonly record struct QuestionClause(int Verb, Range Subject, Range Object, Range Asked)
{
    /// <summary>No pattern fits.</summary>
    public static QuestionClause None { get; } = new(-1, default, default, default);

    /// <summary>Whether the one who does it is asked for.</summary>
    public bool AsksAgent => Verb >= 0 && Subject.End.Value == 0;

    /// <summary>Whether what is said or thought follows: "who says that it is safe".</summary>
    public bool HasContent { get; init; }
}
