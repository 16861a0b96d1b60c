namespace PolicyBot.Chat.Usage;

/// <summary>What a vote changed.</summary>
/// <param name="IsCounted">Whether it counts: false if the user's last vote was the same.</param>
/// <param name="ReplacesOpposite">Whether the user's opposite vote doesn't count any more.</param>
/// <param name="IsFirstNotHelpful">Whether the user said for the first time that the answer didn't help.</param>
public sealed record VoteResult(bool IsCounted, bool ReplacesOpposite, bool IsFirstNotHelpful);
