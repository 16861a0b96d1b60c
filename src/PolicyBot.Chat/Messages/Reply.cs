using PolicyBot.Chat.Commands;

namespace PolicyBot.Chat.Messages;

/// <summary>What the bot says, to be drawn by a platform. All texts are plain: a renderer escapes what its platform would read as markup.</summary>
public sealed record Reply
{
    /// <summary>A heading, or null.</summary>
    public string? Title { get; init; }

    /// <summary>What is said, in order.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Where it comes from, or null where it is the bot's own word.</summary>
    public string? Source { get; init; }

    /// <summary>A line above <see cref="Choices"/>, or null.</summary>
    public string? ChoicesHeading { get; init; }

    /// <summary>What the reader may want next; at most <see cref="MaxChoices"/>.</summary>
    public IReadOnlyList<ReplyAction> Choices { get; init; } = [];

    /// <summary>What the reader can do with this reply, such as turn to the next page; at most <see cref="MaxActions"/>, with short labels.</summary>
    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];

    /// <summary>A picture, or null.</summary>
    public Picture? Picture { get; init; }

    /// <summary>What gives this very reply again, where that is not the request that was called: a question in words, a random quote.</summary>
    public CommandRequest? Permalink { get; init; }

    /// <summary>Whether only the one who called the command is to see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it stands beside what it was picked from, never in its place; nothing leads back from it.</summary>
    public bool IsFollowUp { get; init; }

    /// <summary>The most choices of one reply: what Discord's buttons or one of its menus can hold.</summary>
    public const int MaxChoices = 25;

    /// <summary>The most actions of one reply: a row of Discord's buttons.</summary>
    public const int MaxActions = 5;

    /// <summary>A private reply of one paragraph.</summary>
    public static Reply Private(string text) => new() { Blocks = [new Block.Paragraph(text)], IsPrivate = true };
}
