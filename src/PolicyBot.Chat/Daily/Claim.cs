namespace PolicyBot.Chat.Daily;

/// <summary>The right to send a channel's post of one day, till the lease is over.</summary>
/// <param name="Post">What is sent: as it was fixed with the first claim.</param>
/// <param name="Attempt">The how manyeth it is, from 1; a later one looks first whether an earlier one got through.</param>
public sealed record Claim(DailyPost Post, int Attempt);
