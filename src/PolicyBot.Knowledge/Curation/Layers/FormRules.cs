using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Layers;

/// <summary>
/// Finds what a person may forget or repeat in a form. The reader of sets would find it too, but its messages name the
/// lines and keys of a file.
/// </summary>
internal static class FormRules
{
    /// <summary>Checks a change that adds an entry.</summary>
    public static void Check(SetChange change, ChangeProblems problems)
    {
        switch (change)
        {
            case SetChange.AddQuestion added:
                CheckQuestion(added.Question, problems);
                CheckPhrasings(added.Question, added.Phrasings, problems);
                CheckAnswer(added.Answer, null, problems);
                break;
            case SetChange.AddUnanswerable added:
                CheckQuestion(added.Question, problems);
                CheckPhrasings(added.Question, added.Phrasings, problems);
                if (string.IsNullOrWhiteSpace(added.Nearest))
                    problems.Add("The closest passage is empty.", "Copy it from the article.");
                break;
            case SetChange.AddServerQuestion added:
                CheckQuestion(added.Question, problems);
                CheckPhrasings(added.Question, added.Phrasings, problems);
                if (string.IsNullOrWhiteSpace(added.Answer)) problems.Add("The answer is empty.", "Write it.");
                if (string.IsNullOrWhiteSpace(added.Source) && string.IsNullOrWhiteSpace(added.Url))
                {
                    problems.Add(
                        "The answer has no source.", "Write the rule that it rests on, or the address of a page.");
                }

                break;
        }
    }

    /// <summary>Checks an edited question and answer.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="source">The source, if it is a server's own question.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(SetChange.EditQuestion edit, ServerSource? source, ChangeProblems problems)
    {
        CheckQuestion(edit.Question, problems);
        CheckAnswer(edit.Answer, source, problems);
    }

    /// <summary>Checks that no phrasing is empty, and none is there twice or is the question itself.</summary>
    /// <param name="question">The question; empty for none.</param>
    /// <param name="phrasings">The phrasings.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void CheckPhrasings(string question, IReadOnlyList<string> phrasings, ChangeProblems problems)
    {
        var seen = new PhrasingOwners();
        seen.Add(question, problems.Entry);
        foreach (var phrasing in phrasings)
        {
            if (string.IsNullOrWhiteSpace(phrasing))
                problems.Add("A phrasing is empty.", "Write another way to ask the question, or remove it.");
            else if (!PhrasingOwners.HasWord(phrasing))
                problems.Add($"The phrasing {DiagnosticText.Quote(phrasing)} has no words.", "Write a question.");
            else if (seen.Find(phrasing) is not null)
                problems.Add($"The phrasing {DiagnosticText.Quote(phrasing)} is listed twice.", "Remove one of them.");
            else seen.Add(phrasing, problems.Entry);
        }
    }

    /// <summary>Reports a source's address that no reply can link to.</summary>
    public static void ReportAddress(string address, ChangeProblems problems) => problems.Add(
        $"The address {DiagnosticText.Quote(address)} isn't a web address of at most {Limits.Url} characters.",
        "Copy it from the browser; it begins with “https://” or “http://”.");

    private static void CheckQuestion(string question, ChangeProblems problems)
    {
        if (string.IsNullOrWhiteSpace(question)) problems.Add("The question is empty.", "Write it.");
        else if (!PhrasingOwners.HasWord(question))
            problems.Add($"The question {DiagnosticText.Quote(question)} has no words.", "Write a question.");
    }

    private static void CheckAnswer(
        IReadOnlyList<ChangedSentence> answer, ServerSource? source, ChangeProblems problems)
    {
        if (answer.Count == 0) problems.Add("The answer has no sentences.", "Write at least one.");
        foreach (var (text, evidence) in answer)
        {
            if (string.IsNullOrWhiteSpace(text))
                problems.Add("A sentence of the answer is empty.", "Write it, or remove it with its evidence.");
            else if (source is not null && evidence.Count > 0)
            {
                problems.Add(
                    $"The sentence {DiagnosticText.Quote(text)} has evidence, but this is the server's own question.",
                    "Remove the evidence, or add this as a question that the article answers.");
            }
            else if (source is null && (evidence.Count == 0 || evidence.Any(string.IsNullOrWhiteSpace)))
            {
                problems.Add(
                    $"The sentence {DiagnosticText.Quote(text)} has no evidence.",
                    "Copy the words that say so from the article.");
            }
        }

        var length = answer.Sum(s => s.Text.Length + 1) - 1;
        if (length > Limits.Answer)
            problems.Add($"The answer has {length} characters.", $"Shorten it to at most {Limits.Answer}.");
    }
}
