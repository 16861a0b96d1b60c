using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/verify text</c>: checks whether a quotation matches the article.</summary>
public sealed class VerifyCommand : ICommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "verify";

    private const string TextOption = "text";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new(Name, "Check whether a quotation matches the article.", [
        new CommandOption(TextOption, "The quotation, and who is supposed to have said it.")
        {
            IsRequired = true,
            IsDefault = true,
        },
        ArticleOption.Definition,
    ])
    {
        MessageAction = "Verify quotation",
    };

    /// <summary>Creates the request that checks a text.</summary>
    public static CommandRequest CreateRequest(string text, string conversationId) =>
        CommandRequest.Create(Name, conversationId, (TextOption, text));

    /// <inheritdoc/>
    public ValueTask<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Run(context));

    private static Reply Run(CommandContext context)
    {
        var text = context.Request.GetOption(TextOption) ?? "";
        if (text.Length > QuotationVerifier.MaxLength) return Reply.Private(VerifyTexts.TooLong);
        // Of several articles, the one that fits best; the first of equals.
        var (article, verdicts) = (context.IsArticleChosen ? [context.Article] : context.Articles)
            .Select(a => (Article: a, Verdicts: a.Verifier.Verify(text)))
            .MaxBy(v => v.Verdicts.Sum(Rate));
        return verdicts.Count == 0 ? Reply.Private(VerifyTexts.NoWords) : new VerifyReply(article).Create(verdicts);
    }

    private static int Rate(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Verbatim => 2,
        QuotationVerdict.NotFound => 0,
        _ => 1,
    };
}
