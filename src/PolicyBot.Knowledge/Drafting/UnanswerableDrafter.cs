using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>
/// Drafts questions that readers often ask and the article probably doesn't answer; all of them unsure.
/// </summary>
internal sealed partial class UnanswerableDrafter(Article article, DraftedNames names, PhrasingPool pool)
{
    private const string Review = "Does the article really not answer this, and would readers ask it?";
    private const int MaxPeople = 3;

    private readonly List<DraftedQuestion> _questions = [];

    /// <summary>Drafts them.</summary>
    /// <param name="quotes">The quotations, whose speakers did say something.</param>
    public IReadOnlyList<DraftedQuestion> Draft(IReadOnlyList<DraftedQuote> quotes)
    {
        var body = article.Body;
        var first =
            article.Sentences.Skip(1).FirstOrDefault(s => s.Text.Length <= Limits.Evidence) ?? article.Sentences[0];
        if (!Year().IsMatch(body))
        {
            Add("year", "What year did this happen?", first.Text,
                "which year was that", "how many years ago was it", "is this an old story", "what year is it about");
        }

        if (!Money().IsMatch(body))
        {
            Add("cost", "How much does it cost?", first.Text,
                "what is the price", "how expensive is it", "how much money is it about", "who pays for it");
        }

        Add("next", "What happened after the article was published?", article.Sentences[^1].Text,
            "what happened next", "is there any news since", "how did it end", "latest developments");
        foreach (var person in names.People.Take(MaxPeople))
        {
            var near = person.Evidence;
            Add($"age-{person.LastName}", $"How old is {person.Name}?", near,
                $"{person.LastName} age", $"when was {person.LastName} born", $"where is {person.Name} from",
                $"{person.LastName} salary");
            var speaks = quotes.Any(q => q.Speaker == person.Name)
                || Regex.IsMatch(
                    body, Regex.Escape(person.LastName) + @" (?:\w+ ){0,2}(?:said|says|argued|told|wrote)");
            if (!speaks)
            {
                Add($"statement-{person.LastName}", $"What did {person.Name} say?", near,
                    $"quote by {person.LastName}", $"statement of {person.LastName}", $"{person.LastName} comment",
                    $"how did {person.LastName} react");
            }
        }

        if (Document().Match(body) is { Success: true } document)
        {
            var noun = document.Groups[1].Value;
            var sentence = article.Sentences.Skip(1).FirstOrDefault(s => s.Text.Length <= Limits.Evidence
                && s.Text.Contains(noun, StringComparison.OrdinalIgnoreCase)) ?? first;
            Add($"read-{noun}", $"Where can I read the whole {noun}?", sentence.Text,
                $"link to the {noun}", $"full text of the {noun}", $"is the {noun} online", $"download the {noun}");
        }

        Add("contact", "How can I contact the author?", article.Sentences[^1].Text,
            "email of the author", "who can I complain to", "phone number of the newsroom", "how to reach the writer");
        return _questions;
    }

    private void Add(string id, string question, string nearest, params string[] phrasings)
    {
        if (nearest.Length > Limits.Evidence || WholeWords.FindAll(article.Body, nearest).Count == 0) return;
        if (pool.TakeQuestion([question]) is not { } taken) return;
        _questions.Add(new DraftedQuestion(
            pool.CreateId(["no", id]), taken, [(nearest, nearest)], "", pool.Take(phrasings, phrasings.Length),
            Review));
    }

    [GeneratedRegex(@"\b(?:1[5-9]|20)\d\d\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"[$€£]\s?\d|\b\d[\d,.]*\s(?:cents|dollars|euros|pounds)\b")]
    private static partial Regex Money();

    [GeneratedRegex(
        @"\bthe (letter|report|bill|act|study|ruling|memo|proposal|statement|order)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Document();
}
