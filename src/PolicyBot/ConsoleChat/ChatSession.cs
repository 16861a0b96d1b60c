using System.Globalization;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>
/// The chat in a console. At a terminal there is a welcome, a prompt, and choices to pick by number. From a file or
/// pipe, each line gets one reply and doesn't change the next, except for what /why explains.
/// </summary>
internal sealed class ChatSession(ConsoleBot bot)
{
    private const string Prompt = "> ";

    private readonly Terminal _terminal = bot.Terminal;
    private readonly bool _isTyped = !bot.Terminal.IsInputRedirected;
    private IReadOnlyList<ReplyAction> _choices = [];

    public async Task<int> RunAsync()
    {
        if (_isTyped) Welcome();
        var isFirst = true;
        while (ReadLine() is { } line && !IsQuit(line))
        {
            if (_isTyped && string.IsNullOrWhiteSpace(line)) continue;
            if (_isTyped || !isFirst) _terminal.Out.Write('\n');
            bot.Renderer.Write(await ReplyToAsync(line), isPickable: _isTyped);
            if (_isTyped) _terminal.Out.Write('\n');
            _terminal.Out.Flush();
            isFirst = false;
        }

        return ExitCodes.Success;
    }

    private static bool IsQuit(string line) => line.Trim().ToUpperInvariant() is "/QUIT" or "/EXIT" or "QUIT" or "EXIT";

    private void Welcome()
    {
        string[] lines = [
            $"I answer questions about the article “{bot.Article.Set.Article.Title}”.",
            "Ask in your own words, or type /help to see what else I can do. /quit ends the chat."
        ];
        bot.Renderer.Write(new Reply { Blocks = [.. lines.Select(l => new Block.Paragraph(l))] }, isPickable: false);
        _terminal.Out.Write('\n');
    }

    private string? ReadLine()
    {
        if (!_isTyped) return _terminal.In.ReadLine();
        if (!_terminal.IsOutputRedirected) _terminal.Out.Write(Prompt);
        _terminal.Out.Flush();
        var line = _terminal.In.ReadLine();
        if (line is null) _terminal.Out.Write('\n');
        return line;
    }

    private async ValueTask<Reply> ReplyToAsync(string line)
    {
        var picked = 0;
        var isNumber = _isTyped
            && _choices.Count > 0
            && int.TryParse(
                line, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture,
                out picked);
        if (isNumber && (picked < 1 || picked > _choices.Count))
            return Reply.Private(
                _choices.Count == 1 ? "There is only choice 1." : $"There are only the choices 1 to {_choices.Count}.");
        var request = isNumber
            ? _choices[picked - 1].Request
            : ConsoleLine.Parse(line, bot.Commands.Definitions, ConsoleBot.ConversationId);
        var reply = FormText.ShowForm(await bot.Commands.DispatchAsync(request, CancellationToken.None));
        _choices = [.. reply.Choices, .. reply.Actions];
        return reply;
    }
}
