namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>A turn to start a session.</summary>
/// <param name="Bucket">The shard's bucket: its number modulo Discord's <c>max_concurrency</c>.</param>
/// <param name="Interval">The time between two turns of a bucket.</param>
/// <param name="Remaining">
/// How many sessions Discord still lets the bot start, as this process knows it; at least 1.
/// </param>
/// <param name="ResetAfter">The time until Discord lets it start all again.</param>
public sealed record IdentifyTurn(int Bucket, TimeSpan Interval, int Remaining, TimeSpan ResetAfter);
