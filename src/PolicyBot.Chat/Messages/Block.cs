
namespace PolicyBot.Chat.Messages;

/// <summary>A part of a reply. Closed: one of the seven records inside.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A paragraph.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Paragraph(string Text) : Block;

    /// <summary>A heading inside the reply.</summary>
    /// <param name="Text">Its text, in one line.</param>
    public sealed record Subheading(string Text) : Block;

    /// <summary>The article's own words.</summary>
    /// <param name="Text">The words, verbatim, without marks around them.</param>
    /// <param name="Attribution">Who says them, where the article quotes somebody; else null.</param>
    public sealed record Quote(string Text, string? Attribution = null) : Block;

    /// <summary>A longer piece of the article's own words, in which some stand out.</summary>
    /// <param name="Parts">The pieces, in order; line feeds part paragraphs.</param>
    public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts) : Block;

    /// <summary>A list.</summary>
    /// <param name="Items">Its items.</param>
    /// <param name="Heading">What they are, or null.</param>
    public sealed record List(IReadOnlyList<ListItem> Items, string? Heading = null) : Block;

    /// <summary>The name of a channel, which leads there.</summary>
    /// <param name="Id">The channel, as the platform names it.</param>
    public sealed record Channel(string Id) : Block;

    /// <summary>Small text beside the matter.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Note(string Text) : Block;
}
