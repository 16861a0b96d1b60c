using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Reads what a user sees of a message.</summary>
internal static class MessageText
{
    public static JsonArray Embeds(this SentMessage message) => message.Json["embeds"]!.AsArray();

    public static string? Title(this SentMessage message) => (string?)message.Embeds()[0]!["title"];

    public static string Description(this SentMessage message) =>
        string.Join("\n\n", message.Embeds().Select(e => (string?)e!["description"] ?? ""));

    public static string? Footer(this SentMessage message) => (string?)message.Embeds()[^1]!["footer"]?["text"];
}
