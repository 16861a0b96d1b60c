namespace PolicyBot.Knowledge.Drafting;

/// <summary>A person or an organisation that the drafter found.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Name">The name as the article writes it.</param>
/// <param name="Role">What the article says about them.</param>
/// <param name="Evidence">The piece of the article that has both.</param>
/// <param name="Also">Other names.</param>
/// <param name="Review">What is unsure, or null.</param>
internal sealed record DraftedName(
    string Id, string Name, string Role, string Evidence, IReadOnlyList<string> Also, string? Review)
{
    /// <summary>The last word of the name.</summary>
    public string LastName => Name[(Name.LastIndexOf(' ') + 1)..];
}
