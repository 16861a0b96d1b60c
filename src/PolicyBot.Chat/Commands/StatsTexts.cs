using System.Globalization;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands;

/// <summary>What moderators read about usage.</summary>
internal static class StatsTexts
{
    public const string Nothing = "Nobody asked anything here during that time.";
    public const string ByDay = "By day";
    public const string ByArticle = "By article";
    public const string Exported = "How often each question was answered, chosen and rated, by article.";
    public const string Note = "Days are in UTC. I don't store who asked.";

    public static string Title(int days) => days == 1 ? "Asked here today" : $"Asked here in the last {days} days";

    public static string InvalidDays(string typed, int max) =>
        $"{typed} isn't a number of days. Use one from 1 to {max}.";

    public static string Choices(UsageTotals totals)
    {
        var chosen = totals.Picked == 1 ? "1 answer was chosen" : $"{totals.Picked} answers were chosen";
        return $"{Share(totals.Offered, totals.Asked)}; {chosen} from buttons and menus";
    }

    public static string Refusals(UsageTotals totals) =>
        $"{Share(totals.Refused, totals.Asked)}; {totals.NotInArticle} not in the article, {totals.NotUnderstood} not "
            + "understood";

    public static string Day(UsageTotals day) =>
        $"{day.Asked} asked, {day.Answered} answered, {day.NoPreparedAnswer} without a prepared answer, "
        + $"{day.Refused} refused; {day.Helpful} 👍, {day.NotHelpful} 👎";

    public static string Entry(UsageTotals entry)
    {
        var shown = entry.Shown == 1 ? "once" : $"{entry.Shown} times";
        return $"shown {shown}; {entry.Helpful} 👍, {entry.NotHelpful} 👎";
    }

    /// <summary>The heading of the questions that were shown.</summary>
    /// <param name="shown">How many are listed.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="articleTitle">The title of their article; null if there is only one.</param>
    public static string ByQuestion(int shown, int all, string? articleTitle)
    {
        var heading = articleTitle is null ? "By question" : $"By question, “{articleTitle}”";
        return shown < all ? $"{heading} (the {shown} shown most often, of {all})" : heading;
    }

    public static string Share(int part, int whole) => whole == 0
        ? $"{part}"
        : string.Create(CultureInfo.InvariantCulture, $"{part} ({100.0 * part / whole:0}%)");
}
