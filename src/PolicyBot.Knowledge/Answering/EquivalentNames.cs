using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Other names for the same country, place or body: Britain and UK, Germany and German.</summary>
internal static class EquivalentNames
{
    private static readonly Lazy<(Dictionary<string, List<string>> Groups, HashSet<string> Circumstances)> Lists =
        new(Read);

    /// <summary>Finds the other names; none for most words.</summary>
    public static IReadOnlyList<string> Find(string lower) =>
        Lists.Value.Groups.TryGetValue(lower, out var others) ? others : [];

    /// <summary>
    /// Whether a name says where or when, rather than what a question is about: American, Europeans, October.
    /// </summary>
    public static bool IsCircumstance(string lower) => Lists.Value.Circumstances.Contains(lower);

    private static (Dictionary<string, List<string>> Groups, HashSet<string> Circumstances) Read()
    {
        var groups = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var circumstances = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in WordLists.ReadLines("equivalent-names"))
        {
            var parts = line.Split('|').Select(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var names = parts.SelectMany(p => p).ToList();
            foreach (var name in names)
            {
                if (!groups.TryGetValue(name, out var others)) groups[name] = others = [];
                others.AddRange(names.Where(n => n != name));
            }

            circumstances.UnionWith(parts.Skip(1).SelectMany(p => p));
        }

        return (groups, circumstances);
    }
}
