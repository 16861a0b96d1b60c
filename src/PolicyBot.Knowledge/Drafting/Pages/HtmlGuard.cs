using System.Globalization;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>
/// Looks over HTML before it is parsed: a page that is made to exhaust a program nests elements, or has more elements
/// or attributes, than any article needs.
/// </summary>
internal static class HtmlGuard
{
    /// <summary>The maximum depth of a parsed page.</summary>
    public const int MaxDepth = 250;

    private const int MaxOpen = 1000;
    private const int MaxElements = 50_000;
    private const int MaxAttributes = 300;

    // Elements that have no end tag, or often none.
    private static readonly HashSet<string> Unclosed = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "rt",
        "rp",
        "html", "head", "body",
    };

    /// <summary>Finds what makes the page unfit for parsing; null if nothing does.</summary>
    public static string? FindProblem(string html)
    {
        var (at, open, elements) = (0, 0, 0);
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            var rest = html.AsSpan(at);
            if (rest.StartsWith("<!--"))
            {
                at = Skip(html, at + 4, "-->");
                continue;
            }

            var isEnd = rest.Length > 1 && rest[1] == '/';
            var start = at + (isEnd ? 2 : 1);
            if (start >= html.Length || !char.IsAsciiLetter(html[start]))
            {
                at++;
                continue;
            }

            var nameEnd = start;
            while (nameEnd < html.Length && !char.IsWhiteSpace(html[nameEnd]) && html[nameEnd] is not ('>' or '/'))
                nameEnd++;
            var (end, attributes, isClosed) = ReadAttributes(html, nameEnd);
            if (attributes > MaxAttributes)
                return Describe($"It has an element with more than {MaxAttributes} attributes.");
            var name = nameEnd - start > 20 ? "" : html[start..nameEnd];
            at = end;
            if (isEnd)
            {
                if (open > 0 && !Unclosed.Contains(name)) open--;
                continue;
            }

            if (++elements > MaxElements) return Describe($"It has more than {MaxElements} elements.");
            if (name.Equals("script", StringComparison.OrdinalIgnoreCase)
                || name.Equals("style", StringComparison.OrdinalIgnoreCase))
                at = Skip(html, at, "</" + name);
            else if (!isClosed && !Unclosed.Contains(name) && ++open > MaxOpen)
                return DescribeDepth();
        }

        return null;
    }

    /// <summary>Says that the elements are nested too deeply.</summary>
    public static string DescribeDepth() => Describe($"Its elements are nested more than {MaxDepth} levels deep.");

    private static string Describe(FormattableString problem) =>
        problem.ToString(CultureInfo.InvariantCulture)
        + " That doesn't look like an article; copy the article into a text file instead.";

    private static int Skip(string html, int from, string text)
    {
        var found = html.IndexOf(text, Math.Min(from, html.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? html.Length : found + (text[0] == '<' ? 0 : text.Length);
    }

    // Returns where the tag ends, how many attributes it has, and whether it closes itself.
    private static (int End, int Attributes, bool IsClosed) ReadAttributes(string html, int at)
    {
        var attributes = 0;
        var isBetween = true;
        while (at < html.Length && html[at] != '>')
        {
            var character = html[at];
            if (character is '"' or '\'' && at > 0 && html[at - 1] is '=' or ' ')
            {
                var close = html.IndexOf(character, at + 1);
                at = close < 0 ? html.Length : close + 1;
                isBetween = true;
                continue;
            }

            var isSpace = char.IsWhiteSpace(character) || character == '/';
            if (!isSpace && isBetween) attributes++;
            isBetween = isSpace;
            at++;
        }

        return (Math.Min(at + 1, html.Length), attributes, at > 0 && at < html.Length && html[at - 1] == '/');
    }
}
