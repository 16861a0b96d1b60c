using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Says where the article has the names and numbers that a piece of evidence lacks.</summary>
internal sealed class MissingNameAdvice(Article? article)
{
    /// <summary>Gets the fix for names and numbers that the evidence lacks.</summary>
    /// <param name="missing">The names and numbers; at least one.</param>
    public string GetFix(IReadOnlyList<string> missing)
    {
        if (article is null) return "Add evidence that says so, or remove the words.";
        var found = missing.Select(name => (Name: name, Sentence: Find(name))).ToList();
        var absent = found.Where(f => f.Sentence is null).Select(f => f.Name).ToList();
        var fixes = new List<string>();
        if (absent.Count > 0)
            fixes.Add($"The article never says {DiagnosticText.QuoteAll(absent)}, so remove the words.");
        if (found.Find(f => f.Sentence is not null) is { Sentence: { } sentence } first)
        {
            var place = $"{DiagnosticText.Quote(first.Name)} in {DiagnosticText.Quote(sentence)}";
            fixes.Add($"The article has {place}: add that as evidence, or remove the words.");
        }

        return string.Join(' ', fixes);
    }

    private string? Find(string name)
    {
        var key = new Word(name, StartsSentence: false).Key;
        return article!.Sentences.FirstOrDefault(s => WordTokenizer.Tokenize(s.Text).Exists(w => w.Key == key))?.Text;
    }
}
