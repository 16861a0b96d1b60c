namespace PolicyBot.Knowledge.Drafting;

/// <summary>The people and organisations that the drafter found.</summary>
/// <param name="People">The people, in the order of the article.</param>
/// <param name="Organisations">The organisations, in the order of the article.</param>
internal sealed record DraftedNames(IReadOnlyList<DraftedName> People, IReadOnlyList<DraftedName> Organisations)
{
    /// <summary>Creates a copy without some entries.</summary>
    public DraftedNames Without(HashSet<string> ids) =>
        new([.. People.Where(p => !ids.Contains(p.Id))], [.. Organisations.Where(o => !ids.Contains(o.Id))]);

    /// <summary>Finds the person whom a name means: in full, or by the last name if only one has it.</summary>
    public DraftedName? FindPerson(string name)
    {
        if (People.FirstOrDefault(p => p.Name == name) is { } named) return named;
        var last = People.Where(p => p.LastName == name).Take(2).ToList();
        return last.Count == 1 ? last[0] : null;
    }
}
