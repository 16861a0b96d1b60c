using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>English words that need no evidence, and words that negate a sentence.</summary>
internal static class EnglishWordList
{
    private static readonly HashSet<ulong> Plain =
    [
        .. EnglishWords.Grammar.Concat(Split("""
            according author call called earlier previous previously cite describe described headline list
            name named named number otherwise quote quoted report reporter
            reply state stated statement title titles write writer writes
            """)).Select(w => Stems.GetKey(w)),
    ];

    private static readonly HashSet<ulong> Denials =
    [
        .. Split("""
            against avoid ban cease counter deny difficult exclude fail few fewer forbid forbidden hard hardly
            impede impossible inability
            inaccessible inadequate incorrect insufficient instead invalid lack less little miss missing only
            oppose preclude prevent prohibit
            rather refuse reject stop unable unless until without illegal
            """).Select(w => Stems.GetKey(w)),
    ];

    // Words that may come between a “not” and the word it negates.
    private static readonly HashSet<string> Function =
    [
        .. Split("""
            a an the be been being am is are was were have has had do does did to in on at of by with from for
            as yet even ever also just so
            very it its they them their he him his she her we us our i me my you your this that these those any such
            """),
    ];

    private static readonly HashSet<string> Negations = [.. EnglishWords.Negations];

    // Words that begin with un- without being negative.
    private static readonly string[] NotUn = ["under", "unit", "univ", "uniq", "unio", "uniform"];

    /// <summary>Whether a word is a function word or a reporting verb.</summary>
    /// <param name="stem">The key of its stem.</param>
    public static bool IsPlain(ulong stem) => Plain.Contains(stem);

    /// <summary>Whether a lower-case word is a function word.</summary>
    public static bool IsFunction(string word) => Function.Contains(word);

    /// <summary>Whether a lower-case word is a negation such as “not”.</summary>
    public static bool IsNegation(string word) => Negations.Contains(word);

    /// <summary>Whether a lower-case word is negative by itself: lack, refuse, unsafe.</summary>
    /// <param name="word">The word.</param>
    /// <param name="stem">The key of its stem.</param>
    public static bool IsDenial(string word, ulong stem) =>
        Denials.Contains(stem)
        || (word.Length > 4 && word.StartsWith("un", StringComparison.Ordinal)
            && !Array.Exists(NotUn, p => word.StartsWith(p, StringComparison.Ordinal)));

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
