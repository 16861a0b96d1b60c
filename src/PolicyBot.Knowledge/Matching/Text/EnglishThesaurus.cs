namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Groups of everyday English words for the same thing. A word counts as itself and, with less weight, as each of its
/// groups, so that a question may use a word that no phrasing has. Words are compared by stem.
/// </summary>
internal static class EnglishThesaurus
{
    private static readonly Dictionary<ulong, ulong[]> GroupsByStem = Build();

    /// <summary>Gets the keys of the groups that contain a stem; none for most.</summary>
    public static ReadOnlySpan<ulong> GetGroups(ulong stem) =>
        GroupsByStem.TryGetValue(stem, out var groups) ? groups : default;

    private static Dictionary<ulong, ulong[]> Build()
    {
        var lists = new Dictionary<ulong, List<ulong>>();
        foreach (var line in WordLists.ReadLines("thesaurus"))
        {
            var group = Hash.Compute(line, 't');
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var stem = Stems.GetKey(word);
                if (!lists.TryGetValue(stem, out var groups)) lists[stem] = groups = [];
                if (!groups.Contains(group)) groups.Add(group);
            }
        }

        return lists.ToDictionary(p => p.Key, p => p.Value.ToArray());
    }
}
