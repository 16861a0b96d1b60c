using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/verify text</c>: whether the article has the words of a quotation.</summary>
public sealed class VerifyCommand : ICommand
{
    /// <summary>The name of the command.</summary>
    public const string Name = "verify";

    private const string TextOption = "text";

    /// <inheritdoc/>
    public CommandDefinition Definition { get; } = new(Name, "Check whether a quotation has the article's words.", [
        new CommandOption(TextOption, "The quotation, and who is said to have said it.")
        {
            IsRequired = true,
            IsDefault = true,
        },
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
        var (request, article) = context;
        var text = request.GetOption(TextOption) ?? "";
        if (text.Length > QuotationVerifier.MaxLength) return Reply.Private(VerifyTexts.TooLong);
        var verdicts = article.Verifier.Verify(text);
        return verdicts.Count == 0 ? Reply.Private(VerifyTexts.NoWords) : new VerifyReply(article).Create(verdicts);
    }
}
