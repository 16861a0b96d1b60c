using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Uses the buttons and menus of a message.</summary>
internal static class ComponentActions
{
    /// <summary>
    /// A member presses the button, or selects the option, with a label; returns what they are shown.
    /// </summary>
    public static Task<SentMessage> PressAsync(
        this RunningBot bot, SentMessage message, string label, DiscordUser? user = null)
    {
        foreach (var component in Components(message))
        {
            if ((string?)component["label"] == label)
                return bot.Server.Press(message, (string)component["custom_id"]!, user).GetMessageAsync();
            if (component["options"]?.AsArray().FirstOrDefault(o => (string?)o!["label"] == label) is { } choice)
                return bot.Server.Select(message, (string)component["custom_id"]!, [(string)choice["value"]!], user)
                    .GetMessageAsync();
        }

        throw new ArgumentException($"“{label}” is not among: {string.Join(", ", Labels(message))}", nameof(label));
    }

    /// <summary>The id of the button with a label.</summary>
    public static string FindButton(this SentMessage message, string label) =>
        (string)Components(message).Single(c => (string?)c["label"] == label)["custom_id"]!;

    /// <summary>The labels of buttons and options.</summary>
    public static IReadOnlyList<string> Labels(this SentMessage message) =>
        [
            .. Components(
                message).SelectMany(
                    c => c["options"] is JsonArray options
                        ? options.Select(o => (string)o!["label"]!)
                        : [(string?)c["label"] ?? ""])
        ];

    private static IEnumerable<JsonNode> Components(SentMessage message) =>
        (message.Json["components"]?.AsArray() ?? []).SelectMany(r => r!["components"]!.AsArray())!;
}
