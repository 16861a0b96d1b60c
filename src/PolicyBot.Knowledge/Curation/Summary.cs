namespace PolicyBot.Knowledge.Curation;

/// <summary>The article in three lengths.</summary>
/// <param name="Line">One sentence.</param>
/// <param name="Short">A few sentences.</param>
/// <param name="Points">All main points, in the order of the article.</param>
public sealed record Summary(Statement Line, IReadOnlyList<Statement> Short, IReadOnlyList<Statement> Points);
