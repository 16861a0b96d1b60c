namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>The form of a verb; the past of a regular verb is also its participle.</summary>
internal enum VerbTense
{
    Base,
    Present,
    Past,
    Participle,
}
