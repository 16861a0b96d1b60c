using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The proof that the article does not answer a question: one of the nested records.</summary>
public abstract record Absence
{
    private Absence()
    {
    }

    /// <summary>The curator listed the question as one that the article does not answer.</summary>
    /// <param name="Entry">The entry.</param>
    public sealed record ListedQuestion(UnanswerableEntry Entry) : Absence;

    /// <summary>The question is about a name that the curator listed as absent.</summary>
    /// <param name="Name">The name as the curator spells it.</param>
    public sealed record ListedName(string Name) : Absence;

    /// <summary>The question is about a name that neither the article nor its set uses.</summary>
    public sealed record UnknownName : Absence;

    /// <summary>The question is about a number that neither the article nor its set uses.</summary>
    public sealed record UnknownNumber : Absence;
}
