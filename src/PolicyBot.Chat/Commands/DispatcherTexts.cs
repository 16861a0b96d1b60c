using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands;

/// <summary>What the bot says about requests that no command can run.</summary>
internal static class DispatcherTexts
{
    public static Reply UnknownCommand(CommandRequest request, IEnumerable<CommandDefinition> definitions)
    {
        var names = definitions.Where(d => !d.RequiresManageServer).Select(d => "/" + d.Name);
        return Reply.Private(
            $"There is no command /{TextTruncator.Truncate(request.Command)}. Try one of these: "
                + $"{string.Join(", ", names)}.");
    }

    public static Reply UnknownArticle(IEnumerable<ServedArticle> articles) => Reply.Private(
        "I don't answer from that article here. Choose one of these: "
        + $"{string.Join(", ", articles.Select(a => $"“{a.Set.Article.Title}”"))}.");

    public static Reply InvalidOption(CommandOption option, string value) => Reply.Private(
        $"{TextTruncator.Quote(value)} isn't a valid value for {option.Name}. "
        + $"Choose one of these: {string.Join(", ", option.Choices)}.");
}
