using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Chat.Usage;

/// <summary>Which usage data is stored, and for how long.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Whether questions that were not answered are stored for the moderators.</summary>
    public bool KeepQuestions { get; set; } = true;

    /// <summary>How long questions are stored, and the data of a server that the bot has left.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}
