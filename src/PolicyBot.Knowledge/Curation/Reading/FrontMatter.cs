using System.Globalization;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>An article's front matter: one key per line, values without quotation marks.</summary>
internal sealed class FrontMatter
{
    public const string Part = "front matter";

    private static readonly string[] Keys =
        ["title", "author", "publication", "date", "url", "correction", ReadingContext.ReviewKey];

    private const string CorrectionFix = "Write the date as year, month and day, a space, and what was corrected, on "
        + "one line: “correction: 2026-03-01 The letter has four signers, not three.”.";

    private readonly Dictionary<string, LocatedText> _values = new(StringComparer.Ordinal);

    private bool _hasTitle;

    public string? Title => Find("title");

    public string? Author => Find("author");

    public string? Publication => Find("publication");

    public string? Date => Find("date");

    /// <summary>Why a person must check the article first, with its line; null if it is not marked.</summary>
    public LocatedText? Review =>
        _values.TryGetValue(ReadingContext.ReviewKey, out var review) ? review : null;

    /// <summary>The address, percent-encoded; null if there is none, or no valid one.</summary>
    public string? Url { get; private set; }

    /// <summary>The correction; null if there is none, or no valid one.</summary>
    public Correction? Correction { get; private set; }

    public int TitleLine => _values["title"].Line;

    /// <summary>Reads the lines between the fences; the first of them is the file's second.</summary>
    public static FrontMatter Read(ReadOnlySpan<string> lines, DiagnosticBag diagnostics)
    {
        var front = new FrontMatter();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            front.AddLine(lines[i].Trim(), i + 2, diagnostics);
        }

        front.ReadUrl(diagnostics);
        front.ReadCorrection(diagnostics);
        if (!front._hasTitle)
            diagnostics.Add(1, "title", "The title is missing.", "Add “title: ” and the headline to the front matter.");
        return front;
    }

    private void AddLine(string text, int line, DiagnosticBag diagnostics)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0 ? text : text[..colon].TrimEnd();
        var value = colon < 0 ? "" : text[(colon + 1)..].Trim();
        _hasTitle |= key == "title";
        var entry = Keys.Contains(key, StringComparer.Ordinal) ? key : Part;
        if (colon < 0)
            diagnostics.Add(
                line,
                Part,
                $"The line {DiagnosticText.Quote(text)} is not a key with a value.",
                "Write it as “key: value”.");
        else if (entry == Part)
        {
            diagnostics.Add(
                line,
                Part,
                $"The key {DiagnosticText.Quote(key)} is unknown.",
                $"Remove it, or use one of {DiagnosticText.QuoteAll(Keys)}.");
        }
        else if (value.Length == 0)
        {
            diagnostics.Add(
                line,
                entry,
                $"The text of “{key}” is empty.",
                key == "correction"
                    ? CorrectionFix + " The line can also be removed."
                    : "Write it after the colon; you can also remove any line except the title.");
        }
        else if (!_values.TryAdd(key, new LocatedText(value, line)))
        {
            diagnostics.Add(
                line,
                entry,
                $"The key “{key}” appears twice; the first is on line {_values[key].Line}.",
                "Keep one of the two.");
        }
        else if (InvisibleCharacters.Find(value) is { } found)
        {
            diagnostics.Add(
                line,
                entry,
                $"The text of “{key}” has {found}.",
                InvisibleCharacters.Fix);
        }
        else if (value.Length > GetLimit(key))
        {
            diagnostics.Add(
                line,
                entry,
                $"The text of “{key}” has {value.Length} characters.",
                $"Shorten it to at most {GetLimit(key)}.");
        }
    }

    private static int GetLimit(string key) => key switch
    {
        "url" => Limits.Url,
        "correction" => Limits.Correction,
        _ => Limits.Name,
    };

    private void ReadCorrection(DiagnosticBag diagnostics)
    {
        if (!_values.TryGetValue("correction", out var value)) return;
        var space = value.Text.IndexOf(' ', StringComparison.Ordinal);
        var isDate = DateOnly.TryParseExact(
            space < 0 ? value.Text : value.Text[..space], "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var date);
        if (isDate && space > 0) Correction = new Correction(date, value.Text[space..].Trim());
        else
        {
            diagnostics.Add(
                value.Line,
                "correction",
                $"The correction {DiagnosticText.Quote(value.Text)} isn't a date followed by a text.",
                CorrectionFix);
        }
    }

    private void ReadUrl(DiagnosticBag diagnostics)
    {
        if (!_values.TryGetValue("url", out var value)) return;
        Url = WebAddress.Parse(value.Text);
        if (Url is null)
        {
            diagnostics.Add(
                value.Line,
                "url",
                $"The url {DiagnosticText.Quote(value.Text)} isn't a web address.",
                "Copy the article's address from the browser; it begins with “https://” or “http://”.");
        }
    }

    private string? Find(string key) => _values.TryGetValue(key, out var value) ? value.Text : null;
}
