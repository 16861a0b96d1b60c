using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Says why the article does not answer a question.</summary>
internal static class Refusal
{
    public static string Reason(string question, QuestionWords words, CandidateReader candidates, Ranking ranking)
    {
        var profile = candidates.ProfileOf(ranking.Best);
        string? unknown = null;
        foreach (var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Absent) return $"The article does not mention {AsAsked(question, words.TextOf(token))}.";
            if (token.Kind == TokenKind.Unknown) unknown ??= AsAsked(question, words.TextOf(token));
        }

        foreach (var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Name && !profile.Names(token.Key)) return $"The article does not say that about {AsAsked(question, words.TextOf(token))}.";
        }

        return unknown is null ? "The article does not say." : $"The article does not say; it never uses the word “{unknown}”.";
    }

    // In the reader's own spelling where it stands in the question so.
    private static string AsAsked(string question, ReadOnlySpan<char> word)
    {
        var at = question.AsSpan().IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? word.ToString() : question.Substring(at, word.Length);
    }
}
