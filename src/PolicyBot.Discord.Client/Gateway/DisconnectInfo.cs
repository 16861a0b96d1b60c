namespace PolicyBot.Discord.Client.Gateway;

/// <summary>How a connection ended that may be made again.</summary>
/// <param name="CanResume">Whether its session may go on.</param>
/// <param name="Reason">What happened.</param>
/// <param name="Wait">How long Discord wants the bot to wait, or null.</param>
public sealed record DisconnectInfo(bool CanResume, string Reason, TimeSpan? Wait = null);
