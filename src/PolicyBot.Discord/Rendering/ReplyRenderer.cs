using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;

namespace PolicyBot.Discord.Rendering;

/// <summary>Draws a reply as embeds, within Discord's limits. Nothing is cut but a title: what one message does not hold goes on in the next.</summary>
internal static class ReplyRenderer
{
    private const int MaxTitle = 256;
    private const int MaxDescription = 4096;
    private const int MaxFooter = 2048;
    private const int MaxMessage = 6000;
    private const int MaxEmbeds = 10;

    /// <summary>The messages of a reply, at least one, to be sent in this order.</summary>
    public static IReadOnlyList<OutgoingMessage> Render(Reply reply)
    {
        var embeds = Descriptions(Pieces(reply)).Select(d => new Embed { Description = d }).DefaultIfEmpty(new Embed()).ToList();
        if (reply.Title is { } title) embeds[0] = embeds[0] with { Title = TextSplitter.Truncate(BlockMarkdown.FormatText(title), MaxTitle) };
        if (reply.Source is { } source) embeds[^1] = embeds[^1] with { Footer = TextSplitter.Truncate($"From {TextSanitizer.OneLine(source)}", MaxFooter) };
        if (reply.Picture is { } shown) embeds[^1] = embeds[^1] with { ImageFileName = shown.FileName };

        var messages = new List<OutgoingMessage>();
        var current = new List<Embed>();
        foreach (var embed in embeds)
        {
            if (current.Count == MaxEmbeds || current.Sum(e => e.Length) + embed.Length > MaxMessage)
            {
                messages.Add(new OutgoingMessage(current) { IsPrivate = reply.IsPrivate, IsFollowUp = reply.IsFollowUp });
                current = [];
            }

            current.Add(embed);
        }

        var last = new OutgoingMessage(current) { IsPrivate = reply.IsPrivate, IsFollowUp = reply.IsFollowUp, File = reply.Picture is { } picture ? File(picture) : null };
        messages.Add(ComponentBuilder.AddTo(last, reply));
        return messages;
    }

    private static OutgoingFile File(Picture picture) => new(picture.FileName, "image/png", picture.Png(), TextSplitter.Truncate(TextSanitizer.OneLine(picture.AltText), Picture.MaxAltText));

    private static IEnumerable<string> Pieces(Reply reply)
    {
        var notes = ComponentBuilder.GetTextAlternatives(reply.Actions).Select(t => new Block.Note(t));
        var blocks = reply.Blocks.Concat(notes).SelectMany(b => BlockMarkdown.Format(b, MaxDescription));
        return blocks.Concat(Choices(reply)).Where(p => !string.IsNullOrWhiteSpace(p));
    }

    private static IEnumerable<string> Choices(Reply reply)
    {
        // What a button or menu cannot show whole is listed as well.
        if (!ComponentBuilder.FitAllLabels(reply.Choices)) return BlockMarkdown.FormatList(reply.ChoicesHeading, reply.Choices.Select(c => "- " + BlockMarkdown.FormatText(c.Label)), MaxDescription);
        // The source would stand between a title and the buttons; a menu has its own.
        return reply.Choices.Count is 0 or > ComponentBuilder.MaxButtons || reply.Source is not null ? [] : BlockMarkdown.FormatList(reply.ChoicesHeading, [], MaxDescription);
    }

    private static IEnumerable<string> Descriptions(IEnumerable<string> pieces)
    {
        var description = "";
        foreach (var piece in pieces)
        {
            if (description.Length > 0 && description.Length + 2 + piece.Length > MaxDescription)
            {
                yield return description;
                description = "";
            }

            description = description.Length == 0 ? piece : $"{description}\n\n{piece}";
        }

        if (description.Length > 0) yield return description;
    }
}
