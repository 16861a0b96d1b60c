using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Formats a message as a user sees it, in plain text.</summary>
internal static class MessageFormatter
{
    /// <summary>Text, embeds, files and components, one below the other.</summary>
    public static string Format(StoredMessage message)
    {
        var text = new StringBuilder();
        if (message.IsThinking)
            text.AppendLine("(thinking)");
        if (message.Body.Content.Length > 0)
            text.AppendLine(message.Body.Content);
        if (message.Body.ComponentText.Length > 0)
            text.AppendLine(message.Body.ComponentText);
        foreach (var embed in JsonTree.Parse(message.Body.Embeds)!.AsArray().OfType<JsonObject>())
            AppendEmbed(text, embed);
        foreach (var file in message.Body.Attachments)
            text.AppendLine($"(file {file.FileName}, {file.Content.Length} bytes)");
        foreach (var component in MessageComponents.All(message))
        {
            var isOff = component.Flag("disabled"u8) ? ", disabled" : "";
            if (component.Number("type"u8) == ComponentType.Button)
                text.AppendLine(
                    $"[{component.Text("label"u8)}] "
                        + $"({component.Text("custom_id"u8) ?? component.Text("url"u8)}{isOff})");
            else if (component.Number("type"u8) == ComponentType.StringSelect)
                AppendSelect(text, component, isOff);
        }

        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    public static JsonObject Describe(SentMessage message) => new()
    {
        ["id"] = message.Id.ToString(CultureInfo.InvariantCulture),
        ["author"] = message.Stored.Author.Name,
        ["ephemeral"] = message.IsEphemeral,
        ["pings"] = new JsonArray([.. message.Pings.Select(ping => (JsonNode)ping)]),
        ["text"] = Format(message.Stored),
    };

    private static void AppendEmbed(StringBuilder text, JsonObject embed)
    {
        AppendIf(text, "| ", embed["author"]?["name"]);
        AppendIf(text, "| # ", embed["title"]);
        AppendIf(text, "| ", embed["description"]);
        foreach (var field in embed["fields"]?.AsArray() ?? [])
            AppendIf(text, "| ", $"{field?["name"]}: {field?["value"]}");
        AppendIf(text, "| -- ", embed["footer"]?["text"]);
    }

    private static void AppendIf(StringBuilder text, string margin, JsonNode? value)
    {
        if (value is null)
            return;
        foreach (var line in value.ToString().Split('\n'))
            text.AppendLine(margin + line);
    }

    private static void AppendSelect(StringBuilder text, JsonElement select, string isOff)
    {
        text.AppendLine($"[{select.Text("placeholder"u8) ?? "select"}] ({select.Text("custom_id"u8)}{isOff})");
        foreach (var option in select.Items("options"u8))
            text.AppendLine($"    {option.Text("label"u8)} ({option.Text("value"u8)})");
    }
}
