
namespace PolicyBot.Chat.Messages;

/// <summary>A part of a reply. Closed: one of the seven records inside.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>A paragraph.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Lead">A short heading in the paragraph's first line, without a colon; or null.</param>
    public sealed record Paragraph(string Text, string? Lead = null) : Block;

    /// <summary>A heading inside the reply.</summary>
    /// <param name="Text">Its text, in one line.</param>
    public sealed record Subheading(string Text) : Block;

    /// <summary>The article's own words.</summary>
    /// <param name="Text">The words, verbatim, without marks around them.</param>
    /// <param name="Attribution">The speaker, if the article quotes somebody; or null.</param>
    public sealed record Quote(string Text, string? Attribution = null) : Block
    {
        /// <summary>A link to the words where they were published, or null.</summary>
        public string? Url { get; init; }
    }

    /// <summary>A longer piece of the article's own words, some of them highlighted.</summary>
    /// <param name="Parts">The pieces, in order; line feeds separate paragraphs.</param>
    public sealed record Excerpt(IReadOnlyList<ExcerptPart> Parts) : Block;

    /// <summary>A list.</summary>
    /// <param name="Items">Its items.</param>
    /// <param name="Heading">A heading, or null.</param>
    public sealed record List(IReadOnlyList<ListItem> Items, string? Heading = null) : Block;

    /// <summary>A link to a channel.</summary>
    /// <param name="Id">The channel's id on the platform.</param>
    public sealed record Channel(string Id) : Block;

    /// <summary>A side note, in small text.</summary>
    /// <param name="Text">Its text.</param>
    public sealed record Note(string Text) : Block;
}
