using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Chat.Usage;

/// <summary>What is kept of what is asked, and for how long.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Whether questions that were not answered are kept for the moderators.</summary>
    public bool KeepQuestions { get; set; } = true;

    /// <summary>How long they are kept, and how long the rows of a server that the bot has left.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}
