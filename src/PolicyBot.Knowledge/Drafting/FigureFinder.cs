using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds dates and figures.</summary>
internal static partial class FigureFinder
{
    private const string Month =
        "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Mar\\.|April|Apr\\.|May|June|Jun\\.|July|Jul\\.|Aug(?:ust|\\.)?"
            + "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";

    private const string Small =
        "(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
            + "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    private const string Scale = "(?:hundred|thousand|million|billion|trillion)s?";

    /// <summary>Finds them in a sentence, in order; none overlap.</summary>
    public static IReadOnlyList<DraftedFigure> Find(Passage sentence)
    {
        var found = new List<DraftedFigure>();
        foreach (Match match in Date().Matches(sentence.Text)) found.Add(Create(match, isDate: true, null));
        foreach (Match match in Number().Matches(sentence.Text))
        {
            var figure = Create(match, isDate: false, Normalize(match.Groups["unit"].Value));
            if (!found.Exists(f => f.Passage.Span.Overlaps(figure.Passage.Span))) found.Add(figure);
        }

        return [.. found.OrderBy(f => f.Passage.Span.Start)];

        DraftedFigure Create(Match match, bool isDate, string? unit)
        {
            var text = match.Value.TrimEnd(' ', ',');
            var start = sentence.Span.Start + match.Index;
            return new DraftedFigure(new Passage(text, new TextSpan(start, start + text.Length)), isDate, unit);
        }
    }

    private static string? Normalize(string unit) => unit.Length == 0 ? null : unit.Trim();

    [GeneratedRegex(
        @"\b(?:" + Month + @" \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?|\d{1,2} " + Month + @"(?: \d{4})?|" + Month
            + @" (?:of )?\d{4})(?!\d)|\b(?:1[5-9]\d\d|20\d\d)\b(?! ?(?:people|percent|%|dollars))"
            + @"|\b(?:last|next|this|past) (?:week|month|year|quarter|summer|winter|spring|fall)\b"
            + @"|\b(?:yesterday|today)\b")]
    private static partial Regex Date();

    [GeneratedRegex(
        @"(?:(?:more than|less than|over|nearly|about|almost|at least|up to|under|around) )?"
            + @"(?:[$€£] ?\d[\d,.]*\d(?: " + Scale + @")?|[$€£] ?\d(?: " + Scale
            + @")?|\b\d[\d,]*(?:\.\d+)?(?:-[a-z]+|%| percent| per cent| " + Scale
            + @")?|\b(?:an? )?" + Scale + @"(?! of thousands)|\b" + Small + @"(?:[ -]" + Scale + @")?)"
            + @"(?!\w)(?<unit>(?:(?: of)? (?!to\b|in\b|and\b|or\b|that\b|which\b|for\b|on\b|of\b|at\b|by\b|from\b|who\b"
            + @"|is\b|are\b|was\b|every\b|each\b|with\b|as\b|than\b|but\b"
            + @"|were\b|have\b|has\b|had\b|per\b|Media\b|the\b)[a-z][a-z-]*){0,2})",
        RegexOptions.None)]
    private static partial Regex Number();
}
