using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Diagnostics;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>Describes changes and what they do, for moderators.</summary>
internal static class ChangeTexts
{
    /// <summary>Describes a change that isn't published yet.</summary>
    public static string Describe(Proposal proposal) => proposal.Edit.Undone is { } undone
        ? $"This undoes the change from {CurateTexts.When(undone.At)}: {Describe(undone, proposal.Before)}."
        : $"This {string.Join("; it also ", DescribeAll(proposal, isDone: false))}.";

    /// <summary>Describes a change that was just published.</summary>
    public static string DescribePublished(Proposal proposal) => proposal.Edit.Undone is { } undone
        ? $"Undone: {Describe(undone, proposal.Before)}."
        : $"Done: {string.Join("; ", DescribeAll(proposal, isDone: true))}.";

    /// <summary>Describes a change of the history.</summary>
    public static string Describe(CurationChange change, CuratedSet set) =>
        string.Join("; ", change.Changes.Select(c => Describe(c, set, isDone: true)));

    /// <summary>Quotes the answer and the evidence of a change that isn't published yet.</summary>
    public static IEnumerable<Block> Quote(Proposal proposal)
    {
        var article = proposal.After.Article;
        foreach (var change in proposal.Edit.Changes)
        {
            switch (change)
            {
                case SetChange.AddQuestion or SetChange.EditQuestion or SetChange.AddServerQuestion:
                    var entry = article.Set.GetQuestion(change.Entry);
                    yield return new Block.Paragraph(entry.AnswerText, "Answer");
                    foreach (var passage in entry.Evidence) yield return article.Quote(passage, null);
                    if (entry.Source is { } source) yield return new Block.Note(AnswerTexts.ServerSource(source));
                    break;
                case SetChange.AddUnanswerable:
                    yield return new Block.Note(CurateTexts.UnanswerableNote);
                    yield return article.Quote(
                        article.Set.Unanswerable.First(u => u.Id == change.Entry).Nearest, null);
                    break;
            }
        }
    }

    /// <summary>Describes what a change does to the answer to a question.</summary>
    public static string Describe(Effect effect) =>
        $"{TextTruncator.Quote(effect.Question)}: {Describe(effect.Before)} → {Describe(effect.After)}";

    /// <summary>Describes an answer in a few words.</summary>
    public static string Describe(Answer answer) => answer switch
    {
        Answer.Answered(var entry) => $"answered with “{entry.Question}”",
        Answer.Ambiguous => $"a choice of {ListSuggestions(answer)}",
        Answer.NotInArticle => "“not in the article”",
        Answer.NoPreparedAnswer { Closest: { } closest } => $"closest question “{closest.Question}”",
        Answer.NoPreparedAnswer { Suggestions.Count: > 0 } =>
            $"no prepared answer, but offers {ListSuggestions(answer)}",
        Answer.NoPreparedAnswer => "no prepared answer",
        Answer.SmallTalk => "small talk",
        _ => "not understood",
    };

    /// <summary>Explains why a change doesn't apply.</summary>
    public static string Explain(Diagnostic problem) => $"{problem.Problem} {problem.Fix}";

    private static IEnumerable<string> DescribeAll(Proposal proposal, bool isDone) =>
        proposal.Edit.Changes.Select(c => Describe(c, proposal.Before, isDone));

    private static string ListSuggestions(Answer answer) =>
        string.Join(", ", answer.Suggestions.Select(s => TextTruncator.Quote(s.Entry.Question)));

    private static string Describe(SetChange change, CuratedSet set, bool isDone)
    {
        return change switch
        {
            SetChange.AddPhrasing added =>
                $"{Verb("adds", "added")} the phrasing “{added.Phrasing}” to {FindQuestion(change, set)}",
            SetChange.RemovePhrasing removed =>
                $"{Verb("removes", "removed")} the phrasing “{removed.Phrasing}” from {FindQuestion(change, set)}",
            SetChange.AddQuestion added => $"{Verb("adds", "added")} the question “{added.Question}”",
            SetChange.EditQuestion edited => $"{Verb("changes", "changed")} the question “{edited.Question}”",
            SetChange.AddUnanswerable added =>
                $"{Verb("lists", "listed")} “{added.Question}” as not in the article",
            SetChange.AddServerQuestion added =>
                $"{Verb("adds", "added")} this server's own question “{added.Question}”",
            _ => $"{Verb("retires", "retired")} {FindQuestion(change, set)}",
        };

        string Verb(string present, string past) => isDone ? past : present;
    }

    // The entry may have been retired, or may not be in the set any more.
    private static string FindQuestion(SetChange change, CuratedSet set)
    {
        var shipped = set.Shipped.Article.Set;
        var entry = set.Set.Questions.Concat<Entry>(set.Set.Unanswerable).Concat(shipped.Questions)
            .Concat(shipped.Unanswerable).FirstOrDefault(e => e.Id == change.Entry);
        return entry is null ? $"the question {change.Entry}" : $"“{entry.Question}”";
    }
}
