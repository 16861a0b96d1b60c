using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Names that mean one thing.</summary>
/// <param name="Id">What they mean.</param>
/// <param name="Kind"><see cref="TokenKind.Name"/>, <see cref="TokenKind.Synonym"/> or <see cref="TokenKind.Absent"/>.</param>
/// <param name="Class">What they are names of (person, organisation), or null.</param>
/// <param name="Names">The names, one or more words each.</param>
internal sealed record NameGroup(string Id, TokenKind Kind, string? Class, IReadOnlyList<string> Names);
