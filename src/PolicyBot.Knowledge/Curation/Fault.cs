namespace PolicyBot.Knowledge.Curation;

/// <summary>Something wrong in a set.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Entry">The entry's id, or the part of the file, or null where the fault is the file's.</param>
/// <param name="Problem">What is wrong, with the words it is about.</param>
/// <param name="Mend">What to do.</param>
public sealed record Fault(string File, int Line, string? Entry, string Problem, string Mend)
{
    /// <summary>The fault in one line.</summary>
    public override string ToString() => $"{File}:{Line}: {(Entry is null ? "" : Entry + ": ")}{Problem} {Mend}";
}
