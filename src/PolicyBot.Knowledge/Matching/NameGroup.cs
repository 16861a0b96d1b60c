using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Names with the same meaning.</summary>
/// <param name="Id">The id of what they name.</param>
/// <param name="Kind">
/// <see cref="TokenKind.Name"/>, <see cref="TokenKind.Synonym"/> or <see cref="TokenKind.Absent"/>.
/// </param>
/// <param name="Class">The class of what they name (person, organisation), or null.</param>
/// <param name="Names">The names, one or more words each.</param>
internal sealed record NameGroup(string Id, TokenKind Kind, string? Class, IReadOnlyList<string> Names);
