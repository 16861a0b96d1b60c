using NodaTime;

namespace PolicyBot.Chat.DailyPosts;

/// <summary>Why a request to a channel failed.</summary>
/// <param name="Reason">What happened, for the channel's moderators; whole sentences.</param>
/// <param name="RetryAfter">
/// When to try again; null if the platform refused the request, and will do so until someone changes something.
/// </param>
public sealed record ChannelFailure(string Reason, Duration? RetryAfter);
