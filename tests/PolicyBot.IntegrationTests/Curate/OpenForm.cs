using System.Text.Json.Nodes;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Curate;

/// <summary>A form that a moderator sees.</summary>
internal sealed class OpenForm
{
    private readonly SentInteraction _opener;
    private readonly JsonNode _modal;

    private OpenForm(SentInteraction opener, JsonNode modal) => (_opener, _modal) = (opener, modal);

    public string Title => (string)_modal["title"]!;

    /// <summary>Waits for the form that an action opens.</summary>
    public static async Task<OpenForm> WaitAsync(SentInteraction opener)
    {
        var response = await opener.GetResponseAsync();
        Assert.Equal(9, (int)response["type"]!);
        return new OpenForm(opener, response["data"]!);
    }

    /// <summary>The text in a field.</summary>
    public string? GetText(string field) => (string?)Find(field)["value"];

    /// <summary>The sentences of a menu, or only the chosen ones.</summary>
    public IReadOnlyList<string> ListSentences(string field, bool onlyChosen = false) =>
    [
        .. ListOptions(field).Where(o => !onlyChosen || (bool?)o["default"] == true).Select(o => (string)o["label"]!),
    ];

    /// <summary>The value with which a sentence of a menu is chosen.</summary>
    public string[] Choose(string field, string sentence) =>
    [
        (string)ListOptions(field)
            .Single(o => sentence.StartsWith(((string)o["label"]!).TrimEnd('…'), StringComparison.Ordinal))["value"]!,
    ];

    /// <summary>Submits the form; the fields that aren't given stay as they are.</summary>
    public Task<SentMessage> SubmitAsync(RunningBot bot, params (string Field, object Value)[] values) =>
        bot.Server.SubmitModal(_opener, values.ToDictionary(v => v.Field, v => v.Value)).GetMessageAsync();

    private JsonNode Find(string field) =>
        _modal["components"]!.AsArray().Select(l => l!["component"]!).Single(c => (string?)c["custom_id"] == field);

    private JsonNode[] ListOptions(string field) => [.. Find(field)["options"]!.AsArray().Select(o => o!)];
}
