using System.Globalization;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Replies;
using PolicyBot.Opening;
using PolicyBot.Terminals;

namespace PolicyBot.ConsoleChat;

/// <summary>
/// The chat in a console. Somebody who types gets a welcome, a prompt, and choices to pick by number. From a file or pipe, each line gives one
/// answer and leaves nothing behind that would change the next, save for what /why tells.
/// </summary>
internal sealed class ChatSession(Bot bot)
{
    private const string Prompt = "> ";

    private readonly Terminal terminal = bot.Terminal;
    private readonly bool isTyped = !bot.Terminal.IsInputRedirected;
    private IReadOnlyList<Choice> choices = [];

    public async Task<int> RunAsync()
    {
        if (isTyped) Welcome();
        var lines = new LineReader(terminal.In);
        var isFirst = true;
        while (Read(lines) is { } line && !IsQuit(line))
        {
            if (isTyped && string.IsNullOrWhiteSpace(line)) continue;
            if (isTyped || !isFirst) terminal.Out.Write('\n');
            bot.Renderer.Write(await ReplyToAsync(line), isPickable: isTyped);
            if (isTyped) terminal.Out.Write('\n');
            terminal.Out.Flush();
            isFirst = false;
        }

        return ExitCodes.Success;
    }

    private static bool IsQuit(string line) => line.Trim().ToUpperInvariant() is "/QUIT" or "/EXIT" or "QUIT" or "EXIT";

    private void Welcome()
    {
        string[] lines = [$"I answer questions about the article “{bot.Article.Set.Article.Title}”.", "Ask in your own words, or type /help to see what else I can do. /quit ends."];
        bot.Renderer.Write(new Reply { Blocks = [.. lines.Select(l => new Block.Paragraph(l))] }, isPickable: false);
        terminal.Out.Write('\n');
    }

    private string? Read(LineReader lines)
    {
        if (!isTyped) return lines.ReadLine();
        if (!terminal.IsOutputRedirected) terminal.Out.Write(Prompt);
        terminal.Out.Flush();
        var line = terminal.In.ReadLine();
        if (line is null) terminal.Out.Write('\n');
        return line;
    }

    private async ValueTask<Reply> ReplyToAsync(string line)
    {
        var picked = 0;
        var isNumber = isTyped && choices.Count > 0 && int.TryParse(line, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out picked);
        if (isNumber && (picked < 1 || picked > choices.Count))
            return Reply.Aside(choices.Count == 1 ? "There is only choice 1." : $"There are only the choices 1 to {choices.Count}.");
        var invocation = isNumber ? choices[picked - 1].Invocation : ConsoleLine.Parse(line, bot.Commands.Definitions, Bot.Place);
        var reply = await bot.Commands.DispatchAsync(invocation, CancellationToken.None);
        choices = [.. reply.Choices, .. reply.Actions];
        return reply;
    }
}
