using System.ComponentModel.DataAnnotations;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>How daily posts are delivered.</summary>
public sealed class DailyOptions
{
    /// <summary>
    /// How late a post may be sent after an outage; later ones are skipped. At least ten minutes, because one attempt
    /// can take several.
    /// </summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan CatchUpWindow { get; set; } = TimeSpan.FromHours(6);
}
