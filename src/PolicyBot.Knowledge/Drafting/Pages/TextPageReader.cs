using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>Reads the article of a Markdown or plain text file.</summary>
internal static partial class TextPageReader
{
    // A line of at least this length is a paragraph: nobody breaks lines so late by hand.
    private const int LongLine = 120;

    private const int MaxTitle = 250;

    /// <summary>Reads a file.</summary>
    public static PageResult Read(string fileName, string text, bool isMarkdown)
    {
        var lines = text.Split('\n');
        var front = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var first = isMarkdown ? ReadFrontMatter(lines, front) : 0;
        var blocks = SplitBlocks(lines.AsSpan(first), isMarkdown);
        var removed = new RemovedBlocks();
        var doubts = new List<string>();
        var (fileDate, fileTitle) = PageText.ReadFileName(fileName);
        var author = PageText.CleanByline(front.GetValueOrDefault("author"));
        ReadHeader(blocks, front, ref author, removed, doubts);

        var title = front.GetValueOrDefault("title");
        if (title is null && blocks.Count > 1 && IsHeadline(blocks[0]))
            title = StripMarks(blocks[0]);
        if (title is null)
        {
            title = fileTitle;
            doubts.Add("The page has no title; this is its file's name.");
        }

        while (blocks.Count > 0 && StripMarks(blocks[0]) == title) blocks.RemoveAt(0);
        var paragraphs = Split(blocks, removed, isMarkdown);
        return new PageResult.Read(new Page
        {
            Title = title,
            Author = author ?? FindAuthor(paragraphs),
            Publication = front.GetValueOrDefault("publication"),
            Date = front.TryGetValue("date", out var date) ? PageText.FormatDate(date) : fileDate,
            Url = front.GetValueOrDefault("url") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address)
                && (address.Scheme is "http" or "https") ? address.AbsoluteUri : null,
            Paragraphs = paragraphs,
            Removed = removed.All,
            Doubts = doubts,
        });
    }

    // Returns the line after it.
    private static int ReadFrontMatter(string[] lines, Dictionary<string, string> front)
    {
        if (lines[0].TrimEnd() != "---") return 0;
        var close = Array.FindIndex(lines, 1, l => l.TrimEnd() == "---");
        if (close < 0) return 0;
        foreach (var line in lines.AsSpan(1, close - 1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || char.IsWhiteSpace(line[0])) continue;
            var value = PageText.Clean(line[(colon + 1)..].Trim().Trim('"', '\''));
            if (value.Length is > 0 and <= MaxTitle) front.TryAdd(line[..colon].Trim(), value);
        }

        return close + 1;
    }

    private static List<string> SplitBlocks(ReadOnlySpan<string> lines, bool isMarkdown)
    {
        var blocks = new List<string>();
        var current = new List<string>();
        foreach (var line in lines)
        {
            var trimmed = line.Trim();
            var isItem = Item().IsMatch(line);
            if (trimmed.Length == 0 || isItem || (isMarkdown && trimmed[0] is '#' or '>')) Flush();
            if (trimmed.Length == 0) continue;
            current.Add(trimmed);
            // Two blanks end a line in Markdown.
            if (line.Length >= LongLine
                || (isMarkdown && (line.EndsWith("  ", StringComparison.Ordinal) || trimmed[0] == '#')))
                Flush();
        }

        Flush();
        return blocks;

        void Flush()
        {
            var block = PageText.Clean(string.Join(' ', current));
            if (block.Length > 0) blocks.Add(block);
            current.Clear();
        }
    }

    // "President: Theodore Roosevelt" and "By Ann Lee" above the text.
    private static void ReadHeader(
        List<string> blocks,
        Dictionary<string, string> front,
        ref string? author,
        RemovedBlocks removed,
        List<string> doubts)
    {
        while (blocks.Count > 1 && HeaderLine().Match(blocks[0]) is { Success: true } match)
        {
            var (key, value) = (match.Groups[1].Value, match.Groups[2].Value);
            if (key.Equals("title", StringComparison.OrdinalIgnoreCase)
                || key.Equals("date", StringComparison.OrdinalIgnoreCase)
                || key.Equals("url", StringComparison.OrdinalIgnoreCase)
                || key.Equals("publication", StringComparison.OrdinalIgnoreCase))
                front.TryAdd(key, value);
            else if (author is null && PersonName().IsMatch(value))
            {
                author = value;
                if (!key.Equals("author", StringComparison.OrdinalIgnoreCase))
                    doubts.Add($"The author is the “{key}” that the first line names.");
            }
            else
                return;
            removed.Add("header", blocks[0]);
            blocks.RemoveAt(0);
        }

        for (var i = 0; i < Math.Min(blocks.Count, 4) && author is null; i++)
        {
            if (!Byline().IsMatch(blocks[i])) continue;
            author = PageText.CleanByline(blocks[i]);
            removed.Add("byline", blocks[i]);
            blocks.RemoveAt(i);
        }
    }

    private static bool IsHeadline(string block) =>
        block.Length <= MaxTitle && (block[0] == '#' || block[^1] is not ('.' or ':' or ';' or ','));

    private static List<string> Split(List<string> blocks, RemovedBlocks removed, bool isMarkdown)
    {
        var paragraphs = new List<string>();
        var isOther = false;
        foreach (var block in blocks)
        {
            var text = isMarkdown ? StripMarks(block) : block;
            if (text.Length == 0)
            {
                removed.Add("picture", block);
                continue;
            }

            isOther |= Clutter.BeginsOtherContent(text) && paragraphs.Count > 0;
            if (isOther) removed.Add("after the article", text);
            else if (Clutter.IsLine(text)) removed.Add("not part of the article", text);
            else if (Rule().IsMatch(text)) removed.Add("line", text);
            else paragraphs.Add(text);
        }

        return paragraphs;
    }

    // "Ann Lee is a reporter": the last paragraph introduces the author.
    private static string? FindAuthor(List<string> paragraphs) =>
        paragraphs.Count > 1 && Introduction().Match(paragraphs[^1]) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    private static string StripMarks(string block)
    {
        var text = Picture().Replace(block, "");
        text = Link().Replace(text, "$1");
        text = Address().Replace(text, "$1");
        text = BlockMark().Replace(text, "");
        for (var i = 0; i < 2; i++) text = Emphasis().Replace(text, "$2");
        text = Code().Replace(text, "$1");
        return PageText.Clean(Escape().Replace(text, "$1"));
    }

    [GeneratedRegex(@"^\s*(?:[-*•+]|\d{1,3}[.)])\s+")]
    private static partial Regex Item();

    [GeneratedRegex(@"^([A-Z][A-Za-z]{2,20}): (\S.{1,200})$")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)*(?: (?:de|van|von|der|la|le))*(?: \p{Lu}[\p{L}'’-]+){1,3}$")]
    private static partial Regex PersonName();

    [GeneratedRegex(@"^[Bb][Yy] \p{Lu}[^.!?]{2,80}$")]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)*(?: \p{Lu}[\p{L}'’-]+){1,2}) (?:is|was) (?:an?|the) .{0,80}"
        + @"\b(?:editor|reporter|writer|journalist|columnist|correspondent|author|contributor|fellow|professor)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"!\[[^\]]{0,500}\]\([^)]{0,1000}\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\[([^\]]{1,500})\](?:\([^)]{0,1000}\)|\[[^\]]{0,100}\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"<(https?://[^>\s]{1,500})>")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:#{1,6}\s+|>\s?|(?:[-*•+]|\d{1,3}[.)])\s+)+|\s+#+$")]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])(\*{1,3}|_{1,3})(?=\S)([^*_]{1,1000}?)(?<=\S)\1(?![\p{L}\p{Nd}])")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"`([^`]{1,500})`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\([\\`*_{}\[\]()#+.!>-])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"^[-*_=~ ]{3,}$")]
    private static partial Regex Rule();
}
