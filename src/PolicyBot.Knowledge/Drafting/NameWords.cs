using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Words, in lower case, that help to distinguish people, organisations and other names.</summary>
internal static class NameWords
{
    /// <summary>Titles and jobs, such as “minister”.</summary>
    public static readonly HashSet<string> Roles = [.. WordLists.ReadWords("roles")];

    /// <summary>Words that only organisations have in their names, such as “Bureau”.</summary>
    public static readonly HashSet<string> OrganisationWords = [.. WordLists.ReadWords("organisation-words")];

    /// <summary>Organisations whose names are one word.</summary>
    public static readonly HashSet<string> LoneOrganisations = [.. WordLists.ReadWords("lone-organisations")];

    /// <summary>Countries, cities and what belongs to them.</summary>
    public static readonly HashSet<string> Places = [.. WordLists.ReadWords("places")];

    /// <summary>Acronyms that name no organisation.</summary>
    public static readonly HashSet<string> NotOrganisations = [.. WordLists.ReadWords("not-organisations")];

    /// <summary>Given names of people.</summary>
    public static readonly HashSet<string> GivenNames = [.. WordLists.ReadWords("given-names")];

    /// <summary>Courtesy titles, which aren't roles.</summary>
    public static readonly HashSet<string> Honorifics =
        new(["mr", "mrs", "ms", "miss", "messrs", "sir", "madam", "dr"], StringComparer.Ordinal);

    /// <summary>Words that follow the name of an employer.</summary>
    public static readonly HashSet<string> Employees = new(
        [
            "spokesman", "spokeswoman", "spokesperson", "official", "officials", "employee", "employees", "executive",
            "executives", "staff", "ceo", "users", "announced", "said", "says",
        ],
        StringComparer.Ordinal);
}
