using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Tells where the article has the names and numbers that a piece of evidence lacks.</summary>
internal sealed class NamesInArticle(Article? article)
{
    /// <summary>What to do about names and numbers that the evidence lacks.</summary>
    /// <param name="lacking">They, at least one.</param>
    public string GetFix(IReadOnlyList<string> lacking)
    {
        if (article is null) return "Add evidence that says so, or take the words out.";
        var found = lacking.Select(name => (Name: name, Sentence: Find(name))).ToList();
        var absent = found.Where(f => f.Sentence is null).Select(f => f.Name).ToList();
        var fixes = new List<string>();
        if (absent.Count > 0) fixes.Add($"The article never says {DiagnosticText.ShowAll(absent)}, so take the words out.");
        if (found.Find(f => f.Sentence is not null) is { Sentence: { } sentence } first)
        {
            var place = $"{DiagnosticText.Show(first.Name)} in {DiagnosticText.Show(sentence)}";
            fixes.Add($"Add evidence that says so, or take the words out: the article has {place}.");
        }

        return string.Join(' ', fixes);
    }

    private string? Find(string name)
    {
        var key = new Word(name, Begins: false).Key;
        return article!.Sentences.FirstOrDefault(s => WordTokenizer.Of(s.Text).Exists(w => w.Key == key))?.Text;
    }
}
