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
            if (token.Kind == TokenKind.Absent) return $"The article does not mention {token.AsAsked(question)}.";
            if (token.Kind == TokenKind.Unknown) unknown ??= token.AsAsked(question);
        }

        foreach (var token in words.Tokens)
        {
            if (token.Kind == TokenKind.Name && !profile.Uses(token.Key)) return $"I find nothing of that kind about {token.AsAsked(question)} in it.";
        }

        if (unknown is not null) return $"The article never uses the word “{unknown}”.";
        return ranking.UnansweredLeads ? "The article does not say." : "None of the questions that I can answer comes near enough.";
    }
}
