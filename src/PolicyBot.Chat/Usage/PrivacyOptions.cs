using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Chat.Usage;

/// <summary>Which usage data is stored, and for how long.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Whether questions that were not answered are stored for the moderators.</summary>
    public bool KeepQuestions { get; set; } = true;

    /// <summary>
    /// How many questions are stored for each server. If there are more, the oldest ones that were asked once are
    /// deleted first.
    /// </summary>
    [Range(100, 1_000_000)]
    public int MaxQuestions { get; set; } = 10_000;

    /// <summary>How long questions are stored, and the data of a server that the bot has left.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}
