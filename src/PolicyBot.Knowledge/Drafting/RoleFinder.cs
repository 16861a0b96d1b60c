using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Drafting.Language;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds what an article says people are and organisations do.</summary>
/// <param name="body">The article's text.</param>
internal sealed partial class RoleFinder(string body)
{
    // A longer one is a sentence rather than a role.
    private const int MaxLength = 200;

    /// <summary>Finds what a person is.</summary>
    /// <param name="run">The run with the person's name.</param>
    /// <param name="name">The first word of the name itself.</param>
    /// <param name="text">The name.</param>
    /// <returns>The role, or null; and the words that say it, or the name.</returns>
    public (string? Role, string Evidence) FindRole(NameRun run, int name, string text)
    {
        var words = run.Words;
        var start = run.Start;
        while (start < name && NameWords.Honorifics.Contains(words[start].Key)) start++;
        if (start < name)
            return (run.GetText(body, start, name), run.GetText(body, start, run.End));
        var sentence = run.Sentence.Text;
        var at = run.GetSpan(name, run.End).Start - run.Sentence.Span.Start;
        var after = sentence[(at + text.Length)..];
        if (Copula().Match(after) is { Success: true } copula)
        {
            return (ToRole(copula.Groups[1].Value),
                sentence[at..(at + text.Length + copula.Groups[1].Index + copula.Groups[1].Length)]);
        }

        if (Apposition().Match(after) is { Success: true } apposition)
        {
            return (ToRole(apposition.Groups[1].Value),
                sentence[at..(at + text.Length + apposition.Groups[1].Index + apposition.Groups[1].Length)]);
        }

        // "the top officials in the UK and Australia, Priti Patel and Peter Dutton".
        var before = sentence[..at];
        if (GroupBefore().Match(before) is { Success: true } group)
        {
            return ("one of the " + group.Groups[1].Value,
                sentence[group.Index..(at + text.Length)]);
        }

        return (null, run.GetText(body, name, run.End));

        static string? ToRole(string found) => found.Length <= MaxLength ? found.Trim() : null;
    }

    /// <summary>Finds what an organisation does in a sentence: "published a draft of the letter".</summary>
    /// <param name="run">The run that is its name.</param>
    /// <param name="text">The name.</param>
    /// <returns>The activity, or null; and the words that say it, or the name.</returns>
    public (string? Role, string Evidence) FindActivity(NameRun run, string text)
    {
        var clause = ClauseParser.Parse(run.Words);
        var start = run.GetSpan(run.Start, run.End);
        if (clause is { Verb: { } verb, Auxiliary: null }
            && clause.Subject[^1].End == start.End
            && clause.Rest.Count > 0)
        {
            var end = clause.Rest[^1].End;
            for (var i = 1; i < clause.Rest.Count; i++)
            {
                if (!clause.Rest[i].Gap.StartsWith(',') && !IsRelative(clause.Rest, i)) continue;
                end = clause.Rest[i - 1].End;
                break;
            }

            var role = body[verb.Start..end];
            if (role.Length <= MaxLength) return (role, body[start.Start..end]);
        }

        return (null, text);
    }

    // “accounts that will provide”
    private static bool IsRelative(IReadOnlyList<SentenceWord> words, int at) =>
        words[at].Key is "that" or "which" or "who" && at + 1 < words.Count
            && (Verbs.Auxiliaries.Contains(words[at + 1].Key) || Verbs.Find(words[at + 1].Key) is not null);

    [GeneratedRegex(@"^ (?:is|was) (?:an? |the )?((?:[\p{L}\p{Nd}’'-]+ ?){1,20})")]
    private static partial Regex Copula();

    [GeneratedRegex(@"^, (?:an? |the )((?:[\p{L}\p{Nd}’'-]+ ?){1,14})(?=[,.;])")]
    private static partial Regex Apposition();

    [GeneratedRegex(
        @"the ((?:[\p{L}’'-]+ ){0,5}(?:officials|members|senators|leaders|authors|directors|ministers|secretaries"
            + @"|lawyers|experts|executives|founders|researchers|professors)(?: [\p{L}’'-]+){0,8}),?"
            + @" (?:\p{Lu}[^,]*? and )?$")]
    private static partial Regex GroupBefore();
}
