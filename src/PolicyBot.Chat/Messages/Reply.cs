namespace PolicyBot.Chat.Messages;

/// <summary>
/// What the bot says. All texts are plain: a renderer escapes what its platform would read as markup.
/// </summary>
public sealed record Reply
{
    /// <summary>The most choices of one reply; more would be hard to read.</summary>
    public const int MaxChoices = 25;

    /// <summary>What it is.</summary>
    public ReplyKind Kind { get; init; }

    /// <summary>A heading, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The content, in order.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>The source of the content, or null if the bot speaks for itself.</summary>
    public SourceLine? Source { get; init; }

    /// <summary>A line above <see cref="Choices"/>, or null.</summary>
    public string? ChoicesHeading { get; init; }

    /// <summary>What the reader may want next; at most <see cref="MaxChoices"/>.</summary>
    public IReadOnlyList<ReplyAction> Choices { get; init; } = [];

    /// <summary>
    /// What the reader can do with this reply, such as turning the page; at most five, with short labels.
    /// </summary>
    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];

    /// <summary>A picture, or null.</summary>
    public Picture? Picture { get; init; }

    /// <summary>A file, or null. A reply with a picture has none.</summary>
    public AttachedFile? File { get; init; }

    /// <summary>
    /// A form to open instead of this reply, or null. Where it can't open at once, the reply is shown privately with a
    /// button that opens it; without blocks, the platform says so in its own words.
    /// </summary>
    public Form? Form { get; init; }

    /// <summary>
    /// The request that gives the same reply again, if the original one doesn't: for a question in the user's own
    /// words, a random quote, or a submitted form.
    /// </summary>
    public CommandRequest? Permalink { get; init; }

    /// <summary>Whether only the caller sees it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>
    /// Whether it is a separate message, which never replaces the one whose button was pressed and has no
    /// <em>Back</em>.
    /// </summary>
    public bool IsFollowUp { get; init; }

    /// <summary>Creates a private reply of one paragraph.</summary>
    public static Reply Private(string text) => new() { Blocks = [new Block.Paragraph(text)], IsPrivate = true };

    /// <summary>Creates the private reply to a request that can't be fulfilled.</summary>
    /// <param name="text">Why, and what to do instead.</param>
    public static Reply Refusal(string text) => Private(text) with { Kind = ReplyKind.Refusal };
}
