using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>
/// Writes replies as plain lines, for files and pipes. No line is blank, so that a blank line can separate replies.
/// </summary>
internal sealed class PlainRenderer(TextWriter writer) : IReplyRenderer
{
    public void Write(Reply reply, bool isPickable)
    {
        if (reply.Title is { } title) Line(title);
        foreach (var block in reply.Blocks) WriteBlock(block);
        if (reply.Picture is { } picture) Line(picture.AltText);
        if (reply.File is { } file) Line($"{file.Name}: {file.Description}");
        if (reply.Source is { } source) Line($"From {source.Text}{FormatUrl(source.Url)}");
        if (reply.ChoicesHeading is { } choicesTitle) Line(choicesTitle);
        for (var i = 0; i < reply.Choices.Count; i++) Line((isPickable ? $"{i + 1}. " : "- ") + reply.Choices[i].Label);
        // Actions only work where one can be picked.
        for (var i = 0; isPickable && i < reply.Actions.Count; i++)
            Line($"{reply.Choices.Count + i + 1}. {reply.Actions[i].Label}");
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                Line(paragraph.Lead is { } lead ? $"{lead}: {paragraph.Text}" : paragraph.Text);
                break;
            case Block.Subheading title:
                Line(title.Text);
                break;
            case Block.Quote quote:
                var by = quote.Attribution is { } name ? $" ({name})" : "";
                Line($"> {quote.Text}{by}{FormatUrl(quote.Url)}");
                break;
            case Block.Excerpt excerpt:
                // One line for each paragraph, highlighted text in brackets.
                foreach (var paragraph in string
                    .Concat(excerpt.Parts.Select(r => r.IsHighlighted ? $"[{r.Text}]" : r.Text))
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    Line($"> {paragraph}");
                break;
            case Block.List list:
                if (list.Heading is { } heading) Line(heading);
                foreach (var item in list.Items)
                    Line(item.Term is { } term ? $"- {term}: {item.PlainText}" : $"- {item.PlainText}");
                break;
            case Block.Channel channel:
                Line($"#{channel.Id}");
                break;
            case Block.Note note:
                Line(note.Text);
                break;
        }
    }

    private static string FormatUrl(string? url) => url is null ? "" : $" <{url}>";

    private void Line(string text) => writer.Write(TextSanitizer.ToOneLine(text) + "\n");
}
