using System.Globalization;
using PolicyBot.Knowledge.Articles;

namespace PolicyBot.Chat.Articles;

/// <summary>What members read about a correction of an article.</summary>
internal static class CorrectionTexts
{
    /// <summary>Says what the publication corrected.</summary>
    public static string Describe(Correction correction) =>
        $"Correction, {FormatDate(correction)}: {correction.Text}";

    /// <summary>Formats the date of a correction.</summary>
    public static string FormatDate(Correction correction) =>
        correction.Date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
