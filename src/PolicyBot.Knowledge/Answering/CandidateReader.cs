using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>Measures entries as answers to a scored question.</summary>
/// <param name="profiles">What each entry uses.</param>
/// <param name="answered">How many of the entries, the first ones, the article answers.</param>
internal sealed class CandidateReader(Lazy<EntryProfile>[] profiles, int answered)
{
    private const int Ranked = 6;

    public EntryProfile ProfileOf(int entry) => profiles[entry].Value;

    /// <summary>Whether an entry uses every word of a question.</summary>
    public bool UsesAll(int entry, QuestionWords words)
    {
        foreach (var token in words.Tokens)
        {
            if (!ProfileOf(entry).Uses(token.Key)) return false;
        }

        return true;
    }

    public Ranking Rank(Scratch scratch)
    {
        var scores = scratch.Scores;
        Span<int> top = stackalloc int[Ranked];
        var count = 0;
        for (var entry = 0; entry < answered; entry++)
        {
            if (count == Ranked && scores[entry] <= scores[top[Ranked - 1]]) continue;
            var at = count < Ranked ? count++ : Ranked - 1;
            while (at > 0 && scores[top[at - 1]] < scores[entry])
            {
                top[at] = top[at - 1];
                at--;
            }

            top[at] = entry;
        }

        var unanswered = -1;
        for (var entry = answered; entry < scores.Length; entry++)
        {
            if (unanswered < 0 || scores[entry] > scores[unanswered]) unanswered = entry;
        }

        var measured = new (int Entry, Candidate Candidate, double Confidence)[count];
        for (var rank = 0; rank < count; rank++)
        {
            var other = count == 1 ? -1f : scores[top[rank == 0 ? 1 : 0]];
            var candidate = Measure(scratch.Words.Tokens, top[rank], scores[top[rank]], other, unanswered < 0 ? -1f : scores[unanswered]);
            measured[rank] = (top[rank], candidate, ConfidenceModel.Confidence(candidate));
        }

        return new Ranking(measured, unanswered < 0 ? null : unanswered);
    }

    private Candidate Measure(ReadOnlySpan<Token> tokens, int entry, float score, float otherAnswered, float unanswered)
    {
        var profile = profiles[entry].Value;
        var (content, foreign, foreignAsk, foreignName, absentName) = (0, 0, 0f, 0f, 0f);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Grammar)
            {
                if (profile.IsForeignAsk(token.Key)) foreignAsk = 1f;
                continue;
            }

            content++;
            switch (token.Kind)
            {
                case TokenKind.Name when !profile.Uses(token.Key):
                    foreignName = 1f;
                    foreign++;
                    break;
                case TokenKind.Absent when !profile.Uses(token.Key):
                    absentName = 1f;
                    foreign++;
                    break;
                default:
                    if (!profile.Uses(token.Key)) foreign++;
                    break;
            }
        }

        var all = Math.Max(1, content);
        return new Candidate(score, score - otherAnswered, score - unanswered, foreignAsk, (float)foreign / all, foreignName, absentName);
    }
}
