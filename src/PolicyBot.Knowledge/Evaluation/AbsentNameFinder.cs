using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Knowledge.Evaluation;

/// <summary>
/// Finds the names that a set lists as absent by spelling only, so that it does not share the answerer's errors.
/// </summary>
internal sealed class AbsentNameFinder(KnowledgeSet set)
{
    private readonly string[] _names = [.. set.Absent.SelectMany(a => a.Names)];

    /// <summary>Whether a text contains one of the names as whole words, in any case.</summary>
    public bool Occurs(string text) => _names.Any(n => Occurs(text, n));

    private static bool Occurs(string text, string name)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
        }

        return false;

        int Find(int from) => from >= text.Length ? -1 : text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
    }
}
