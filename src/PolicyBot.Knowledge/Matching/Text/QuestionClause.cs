namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>The verb of a question, with its subject and object.</summary>
/// <param name="Verb">The verb's index among the words; −1 if no pattern matches.</param>
/// <param name="Subject">The subject; empty if that is what is asked for.</param>
/// <param name="Object">The object; empty if that is what is asked for, or if there is none.</param>
/// <param name="Asked">The noun after "which" or "what" that is the object; empty if there is none.</param>
internal readonly record struct QuestionClause(int Verb, Range Subject, Range Object, Range Asked)
{
    /// <summary>The clause if no pattern matches.</summary>
    public static QuestionClause None { get; } = new(-1, default, default, default);

    /// <summary>Whether the question asks for the subject.</summary>
    public bool AsksAgent => Verb >= 0 && Subject.End.Value == 0;

    /// <summary>Whether a content clause follows: "who says that it is safe".</summary>
    public bool HasContent { get; init; }
}
