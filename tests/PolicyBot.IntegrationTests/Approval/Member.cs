using System.Text.Json.Nodes;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.FakeDiscord;
using PolicyBot.IntegrationTests.Support;

namespace PolicyBot.IntegrationTests.Approval;

/// <summary>A member who uses the bot and gets the payloads of its replies.</summary>
internal sealed class Member(RunningBot bot)
{
    private int _posts;
    private SentMessage? _shown;
    private DiscordUser? _moderator;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The message that the member acts on: the bot's last one.</summary>
    public SentMessage Shown => _shown ?? throw new InvalidOperationException("The bot has shown nothing yet.");

    /// <summary>Uses a command.</summary>
    public Task<JsonNode> UseAsync(string name, params (string Name, object Value)[] options) =>
        ResponseAsync(bot.Server.UseCommand(name, options.ToDictionary(o => o.Name, o => o.Value)));

    /// <summary>A moderator uses a command.</summary>
    public Task<JsonNode> ManageAsync(string name, params (string Name, object Value)[] options) =>
        ResponseAsync(UseAsModerator(name, options));

    /// <summary>A moderator uses a command that opens a form, and submits it.</summary>
    public async Task<JsonNode> SubmitAsync(
        string name, (string Name, object Value)[] options, params (string Name, object Value)[] entered)
    {
        var opener = UseAsModerator(name, options);
        await opener.GetResponseAsync();
        return await ResponseAsync(bot.Server.SubmitModal(opener, entered.ToDictionary(e => e.Name, e => e.Value)));
    }

    /// <summary>The moderator presses the button with a label.</summary>
    public Task<JsonNode> ManagePressAsync(string label) =>
        ResponseAsync(bot.Server.Press(Shown, Shown.FindButton(label), _moderator));

    /// <summary>A moderator sets up a daily post in the channel.</summary>
    public Task<JsonNode> OrderAsync() =>
        ManageAsync("daily set", ("channel", bot.Server.Channel), ("time", "9:00"), ("timezone", "Europe/London"));

    /// <summary>A moderator posts today's daily post now; returns the post.</summary>
    public async Task<JsonNode> PostNowAsync()
    {
        await ManageAsync("daily post-now", ("channel", bot.Server.Channel));
        return await PostAsync();
    }

    /// <summary>Uses a message command on a message of another member.</summary>
    public Task<JsonNode> UseOnAsync(string name, string content) =>
        ResponseAsync(
            bot.Server.UseMessageCommand(name, bot.Server.SendMessage(content, author: bot.Server.AddUser("grace"))));

    /// <summary>Presses the button with a label.</summary>
    public Task<JsonNode> PressAsync(string label)
    {
        var button = Components().Single(c => (string?)c["label"] == label);
        return ResponseAsync(bot.Server.Press(Shown, (string)button["custom_id"]!));
    }

    /// <summary>Selects the option with a label from the menu.</summary>
    public Task<JsonNode> SelectAsync(string label)
    {
        var menu = Components().Single(c => c["options"] is not null);
        var option = menu["options"]!.AsArray().Single(o => (string)o!["label"]! == label)!;
        return ResponseAsync(bot.Server.Select(Shown, (string)menu["custom_id"]!, [(string)option["value"]!]));
    }

    /// <summary>Presses a button of an old message of the bot, with the command in its id.</summary>
    public async Task<JsonNode> PressOldAsync(string id)
    {
        var message = new OutgoingMessage([new Embed { Description = "Of an older day." }])
        {
            Buttons = [new Button("Old", id)]
        };
        var old = await bot.Connection.SendMessageAsync(bot.Server.Channel.Id, message, "old", null, Cancellation);
        _posts++;
        return await ResponseAsync(bot.Server.Press(bot.Server.FindMessage(old)!, id));
    }

    /// <summary>Mentions the bot.</summary>
    public Task<JsonNode> MentionAsync(string words)
    {
        bot.Server.SendMessage($"<@{bot.Server.Bot.UserId}> {words}");
        return PostAsync();
    }

    /// <summary>Replies to the bot without a ping.</summary>
    public Task<JsonNode> ReplyWithoutPingAsync(string words)
    {
        bot.Server.SendMessage(words, replyTo: Shown, pings: false);
        return PostAsync();
    }

    /// <summary>Returns the registered commands.</summary>
    public async Task<JsonNode> CommandsAsync()
    {
        var put = await RequestAsync("PUT", "/applications/{application_id}/commands", 1);
        return put.Body!;
    }

    private SentInteraction UseAsModerator(string name, (string Name, object Value)[] options)
    {
        _moderator ??= bot.Server.AddUser("mo", permissions: DiscordUser.MemberPermissions | DiscordUser.ManageGuild);
        return bot.Server.UseCommand(name, options.ToDictionary(o => o.Name, o => o.Value), user: _moderator);
    }

    private async Task<JsonNode> PostAsync()
    {
        var post = await RequestAsync("POST", "/channels/{channel_id}/messages", ++_posts);
        _shown = bot.Server.GetMessages(bot.Server.Channel)[^1];
        return post.Body!;
    }

    private Task<RequestRecord> RequestAsync(string method, string route, int count) =>
        bot.Server.Log.WaitForAsync<RequestRecord>(r => r.Method == method && r.Route == route, count, Cancellation);

    private async Task<JsonNode> ResponseAsync(SentInteraction used)
    {
        var response = await used.GetResponseAsync();
        // Further messages would be missing in the file.
        _shown = Assert.Single(used.Messages);
        return response["data"]!;
    }

    private IEnumerable<JsonNode> Components() =>
        Shown.Json["components"]!.AsArray().SelectMany(r => r!["components"]!.AsArray())!;
}
