namespace PolicyBot.Discord.Client.Rest;

/// <summary>How the bot names itself, in the form that Discord asks for.</summary>
internal static class UserAgent
{
    public static string Text { get; } = $"DiscordBot (https://policybot.invalid, {Version()}) PolicyBot";

    private static string Version() => typeof(UserAgent).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
