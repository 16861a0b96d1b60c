using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>Knows the forms of common English verbs.</summary>
internal static class Verbs
{
    private const string Irregular = "!";

    private static readonly Dictionary<string, VerbForm> Forms = ReadForms();

    private static readonly HashSet<string> Speech = ReadSpeech();

    /// <summary>Auxiliaries that begin a question by changing places with the subject.</summary>
    public static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal)
    {
        "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "should", "may",
        "might",
        "must", "shall", "do", "does", "did", "cannot",
    };

    /// <summary>Finds the form that a word in lower case may be, or null.</summary>
    public static VerbForm? Find(string word) => Forms.GetValueOrDefault(word);

    /// <summary>Whether a word in lower case is a form of a verb that introduces speech.</summary>
    public static bool IsSpeech(string word) => Find(word) is { } form && Speech.Contains(form.Base);

    /// <summary>Writes the form of the third person singular.</summary>
    public static string ToThirdPerson(string verb) => verb switch
    {
        "be" or "are" or "am" => "is",
        "were" => "was",
        "have" => "has",
        "do" => "does",
        _ when verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal)
            || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('x') || verb.EndsWith('z')
            || verb.EndsWith('o') => verb + "es",
        _ when verb.EndsWith('y') && verb.Length > 1 && !"aeiou".Contains(verb[^2], StringComparison.Ordinal) =>
            verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static HashSet<string> ReadSpeech() => [.. WordLists.ReadWords("quoting-verbs")];

    private static Dictionary<string, VerbForm> ReadForms()
    {
        var forms = new Dictionary<string, VerbForm>(StringComparer.Ordinal);
        foreach (var line in WordLists.ReadLines("verbs")
            .OrderBy(l => !l.StartsWith(Irregular, StringComparison.Ordinal)))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == Irregular)
            {
                Add(words[1], VerbTense.Base, words[1]);
                Add(ToThirdPerson(words[1]), VerbTense.Present, words[1]);
                Add(words[2], VerbTense.Past, words[1]);
                Add(words[3], VerbTense.Participle, words[1]);
                continue;
            }

            foreach (var verb in words)
            {
                Add(verb, VerbTense.Base, verb);
                Add(ToThirdPerson(verb), VerbTense.Present, verb);
                foreach (var past in GetPast(verb)) Add(past, VerbTense.Past, verb);
            }
        }

        return forms;

        void Add(string form, VerbTense tense, string verb) => forms.TryAdd(form, new VerbForm(verb, tense));
    }

    // The consonant at the end may be doubled: stopped.
    private static IEnumerable<string> GetPast(string verb)
    {
        if (verb.EndsWith('e')) return [verb + "d"];
        if (verb.EndsWith('y') && !"aeiou".Contains(verb[^2], StringComparison.Ordinal)) return [verb[..^1] + "ied"];
        return [verb + "ed", verb + verb[^1] + "ed"];
    }
}
