using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds the other names of people and organisations: last names, initials, “the Bureau”.</summary>
/// <param name="body">The article's text.</param>
internal sealed class OtherNames(string body)
{
    /// <summary>Adds other names, each to one entry only, and merges short forms.</summary>
    /// <param name="people">The people.</param>
    /// <param name="organisations">The organisations.</param>
    public DraftedNames AddTo(IReadOnlyList<DraftedName> people, IReadOnlyList<DraftedName> organisations)
    {
        // “the Bureau of Investigation” is part of “the Federal Bureau of Investigation”.
        var whole = organisations.Where(part => !organisations.Any(o => o != part
            && (o.Name.Contains(" " + part.Name, StringComparison.Ordinal) || GetInitials(o.Name) == part.Name)))
            .ToList();
        var taken = people.Concat(whole).Select(n => TextKey.Create(n.Name)).ToHashSet(StringComparer.Ordinal);
        var named = people
            .Where(p => !people.Any(o => o != p && o.Name.EndsWith(" " + p.Name, StringComparison.Ordinal)))
            .Select(p => p with { Also = Take(GetNames(p)) })
            .ToList();
        return new DraftedNames(named, [.. whole.Select(o => o with { Also = Take(GetOrganisationNames(o)) })]);

        List<string> Take(IEnumerable<string> names) =>
            [.. names.Where(n => n.Length > 2 && taken.Add(TextKey.Create(n)))];
    }

    private static IEnumerable<string> GetNames(DraftedName person)
    {
        if (!person.Name.Contains(' ')) yield break;
        yield return person.LastName;
        var role = person.Role;
        if (role.Length < 40
            && char.IsUpper(role[0])
            && NameWords.Roles.Contains(role[(role.LastIndexOf(' ') + 1)..].ToLowerInvariant()))
            yield return $"{role} {person.LastName}";
    }

    private IEnumerable<string> GetOrganisationNames(DraftedName organisation)
    {
        var words = organisation.Name.Split(' ');
        if (words.Length > 2 && GetInitials(organisation.Name) is { Length: > 2 } initials) yield return initials;
        // "the Bureau", if the article says so.
        foreach (var word in words)
        {
            if (words.Length > 1 && NameWords.OrganisationWords.Contains(word.ToLowerInvariant())
                && body.Contains($"the {word} ", StringComparison.Ordinal))
                yield return $"the {word}";
        }
    }

    private static string GetInitials(string name) =>
        string.Concat(name.Split(' ').Where(w => char.IsUpper(w[0])).Select(w => w[0]));
}
