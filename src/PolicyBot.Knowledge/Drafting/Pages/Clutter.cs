using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>Recognizes what surrounds articles: headings of other lists, calls to read on, buttons.</summary>
internal static partial class Clutter
{
    /// <summary>Whether a line is the heading of something that isn't the article, up to the page's end.</summary>
    public static bool BeginsOtherContent(string line) => OtherContent().IsMatch(line);

    /// <summary>Whether a line by itself isn't the article: “Advertisement”, “Share this article”.</summary>
    public static bool IsLine(string line) => Line().IsMatch(line);

    /// <summary>Whether an element's class or id says that it isn't the article.</summary>
    public static bool IsName(string classAndId) => Name().IsMatch(classAndId);

    [GeneratedRegex(
        @"^(?:featured(?:\s+(?:articles?|stories|posts|content))?|new products|"
            + @"(?:related|latest|recommended|popular|trending)\s+"
            + @"(?:articles?|stories|posts?|content|news|links|topics|reading|coverage|videos?|products)|"
            + @"related|recommended(?:\s+for\s+you)?|trending(?:\s+now)?|sponsored(?:\s+content)?|"
            + @"more\s+(?:articles|stories|posts|news)\b.{0,40}|more\s+(?:from|on|in)\s.{1,40}|"
            + @"most\s+(?:popular|read|viewed|shared)|(?:you\s+)?(?:may|might)\s+also\s+like|(?:\d+\s+)?comments?|"
            + @"leave\s+a\s+(?:comment|reply)|(?:read|up)\s+next|what\s+to\s+read\s+next|from\s+our\s+partners|"
            + @"newsletters?|tags|further reading)\s*:?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex OtherContent();

    [GeneratedRegex(
        @"^(?:advertisement|about\s+the\s+authors?|share(?:\s+(?:this|on|via)\b.{0,40})?|tweet|print|e-?mail|"
            + @"read\s+(?:now|more\b.{0,80}|also\b.{0,80})|subscribe\b.{0,60}|sign\s+up\b.{0,80}|"
            + @"follow\s+(?:us|me)\b.{0,60}|skip\s+(?:to\s+)?(?:main\s+)?(?:content|navigation|advertisement)|"
            + @"click\s+here\b.{0,80}|continue\s+reading\b.{0,40}|back\s+to\s+top|save(?:\s+article)?|"
            + @"listen\s*\(?.{0,20}|"
            + @"\d+\s+min(?:ute)?s?\s+read|image\s+credits?:?.{0,80}|(?:photo|image|credit)s?:\s.{0,80})\s*:?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:related|share|sharing|social|promo|newsletter|subscribe|signup|recruit-form|comments?|sidebar|"
            + @"breadcrumbs?|advert(?:isement|s)?|sponsor(?:ed)?|recirc|trending|recommended|popular|cookie|banner|"
            + @"paywall|toolbar|menu|navigation|nav|footer|masthead|pagination|tags?|popup|modal|read-more|outbrain|"
            + @"taboola|"
            + @"skip|visuallyhidden|sr-only|screen-reader-text)(?:$|[\s_-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
