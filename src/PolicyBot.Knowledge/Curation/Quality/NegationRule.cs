using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Curation.Quality;

/// <summary>Warns about a “not” in a sentence or its evidence but not in both, which reverses the meaning.</summary>
internal sealed class NegationRule : IQualityRule
{
    // The maximum distance from a “not” to the word it negates: “did not, they say, sign”.
    private const int Reach = 4;

    public IEnumerable<Diagnostic> Check(KnowledgeSet set)
    {
        foreach (var saying in Claim.GetAll(set))
        {
            var text = saying.Statement.Text;
            var said = Read(text);
            var shown = saying.Statement.Evidence.SelectMany(e => Read(e.Text)).ToList();
            if (shown.Count == 0) continue;
            var (problem, fix) = ("", "");
            if (FindNegation(said) is { } negation && !Denies(shown))
            {
                problem =
                    $"The sentence {DiagnosticText.Quote(text)} says “{negation}”, but its evidence has no "
                        + "negation.";
                fix = "Say what the evidence says, or add evidence that says so.";
            }
            else if (!Denies(said) && FindDenied(shown, said) is { } denied)
            {
                problem = $"The evidence says “{denied}”, but the sentence {DiagnosticText.Quote(text)} has no “not”.";
                fix = "Say what the evidence says, or choose other evidence.";
            }

            if (problem.Length > 0)
                yield return Warning.Create(set.Locations.GetStatement(saying.Statement), saying.Entry, problem, fix);
        }
    }

    private static List<(string Text, ulong Key)> Read(string text)
    {
        var reader = new QuestionTokenizer();
        reader.Read(text);
        var words = new List<(string Text, ulong Key)>();
        foreach (var token in reader.Tokens)
        {
            var word = reader.GetText(token).ToString();
            words.Add((word, Stems.GetKey(word)));
        }

        return words;
    }

    // A “No” at the beginning answers the question, and “the article does not say” claims nothing about its subject.
    private static string? FindNegation(List<(string Text, ulong Key)> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (!EnglishWordList.IsNegation(words[i].Text)) continue;
            var isOfTheArticle = i > 1 && words[i - 1].Text == "does" && words[i - 2].Text is "article" or "text";
            if (!isOfTheArticle) return words[i].Text;
        }

        return null;
    }

    private static bool Denies(List<(string Text, ulong Key)> words) =>
        words.Exists(w => EnglishWordList.IsNegation(w.Text) || EnglishWordList.IsDenial(w.Text, w.Key));

    // The negation and the word it negates, if the sentence has that word.
    private static string? FindDenied(List<(string Text, ulong Key)> evidence, List<(string Text, ulong Key)> said)
    {
        for (var i = 0; i < evidence.Count; i++)
        {
            if (!EnglishWordList.IsNegation(evidence[i].Text)) continue;
            var next = evidence.Skip(i + 1).Take(Reach).FirstOrDefault(w => !EnglishWordList.IsFunction(w.Text));
            if (next.Text is not null && said.Exists(w => w.Key == next.Key))
                return $"{evidence[i].Text} … {next.Text}";
        }

        return null;
    }
}
