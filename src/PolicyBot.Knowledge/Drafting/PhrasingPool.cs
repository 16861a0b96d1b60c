using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Hands out each phrasing and each id once: a question must lead to one entry.</summary>
internal sealed class PhrasingPool
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Takes the first free question that is short enough, or null.</summary>
    public string? TakeQuestion(IEnumerable<string?> candidates) => candidates.FirstOrDefault(
        c => c is { Length: > 3 and <= Limits.Question } && _taken.Add(TextKey.Create(c)));

    /// <summary>Takes the free ones of some phrasings, up to a number.</summary>
    public List<string> Take(IEnumerable<string?> candidates, int count)
    {
        var taken = new List<string>();
        foreach (var candidate in candidates)
        {
            if (taken.Count == count) break;
            if (candidate is not { Length: > 3 and <= Limits.Phrasing }) continue;
            var key = TextKey.Create(candidate);
            if (key.Length > 3 && _taken.Add(key)) taken.Add(candidate);
        }

        return taken;
    }

    /// <summary>Creates a free id from words.</summary>
    public string CreateId(IEnumerable<string> words)
    {
        var name = string.Join('-', words.Select(ToId).Where(w => w.Length > 0));
        if (name.Length > 50) name = name[..50].TrimEnd('-');
        if (name.Length == 0) name = "entry";
        var id = name;
        for (var i = 2; !_ids.Add(id); i++) id = $"{name}-{i}";
        return id;
    }

    private static string ToId(string word) => string.Join(
        '-',
        new string([.. word.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')])
            .Split('-', StringSplitOptions.RemoveEmptyEntries));
}
