using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;

namespace PolicyBot.Discord.Rendering;

/// <summary>
/// Renders replies as messages with embeds, within Discord's limits. Only titles, sources and labels are truncated: a
/// text that doesn't fit into one message continues in the next.
/// </summary>
internal static class ReplyRenderer
{
    private const int MaxTitleLength = 256;
    private const int MaxDescriptionLength = 4096;
    private const int MaxFooterLength = 2048;
    private const int MaxSourceLength = 1024;
    private const int MaxMessageLength = 6000;
    private const int MaxEmbeds = 10;

    /// <summary>Renders a reply as messages, at least one, to be sent in this order.</summary>
    public static IReadOnlyList<OutgoingMessage> Render(Reply reply)
    {
        var messages = GroupByMessage(CreateShortEmbeds(reply))
            .Select(e => new OutgoingMessage(e) { IsPrivate = reply.IsPrivate, IsFollowUp = reply.IsFollowUp })
            .ToList();
        var last = messages[^1] with { File = CreateFile(reply) };
        messages[^1] = ComponentBuilder.AddTo(last, reply);
        return messages;
    }

    /// <summary>
    /// Returns what a message says besides its title, source and components: also what its components can't show.
    /// </summary>
    public static IEnumerable<Block> GetBlocks(Reply reply)
    {
        var notes = ComponentBuilder.GetTextAlternatives(reply.Actions).Select(t => new Block.Note(t));
        return reply.Blocks.Concat(notes).Concat(CreateChoices(reply));
    }

    // Links to passages are dropped if the reply would be longer than one embed because of them.
    private static List<Embed> CreateShortEmbeds(Reply reply)
    {
        var embeds = CreateEmbeds(reply);
        if (embeds.Count == 1 || !reply.Blocks.Any(b => b is Block.Quote { Url: not null })) return embeds;
        var blocks = reply.Blocks.Select(b => b is Block.Quote quote ? quote with { Url = null } : b);
        var shorter = CreateEmbeds(reply with { Blocks = [.. blocks] });
        return shorter.Count < embeds.Count ? shorter : embeds;
    }

    private static List<Embed> CreateEmbeds(Reply reply)
    {
        var embeds = JoinIntoDescriptions(FormatPieces(reply))
            .DefaultIfEmpty()
            .Select(d => new Embed { Description = d, Color = EmbedColors.Get(reply.Kind) })
            .ToList();
        embeds[0] = embeds[0] with
        {
            Title = reply.Title is { } title
                ? TextSplitter.Truncate(BlockMarkdown.FormatText(title), MaxTitleLength)
                : null,
        };
        embeds[^1] = embeds[^1] with
        {
            Footer = reply.Source is { Url: null } source
                ? TextSplitter.Truncate($"From {TextSanitizer.ToOneLine(source.Text)}", MaxFooterLength)
                : null,
            ImageFileName = reply.Picture?.FileName,
        };
        return embeds;
    }

    private static IEnumerable<List<Embed>> GroupByMessage(List<Embed> embeds)
    {
        List<Embed> current = [];
        foreach (var embed in embeds)
        {
            if (current.Count == MaxEmbeds || current.Sum(e => e.Length) + embed.Length > MaxMessageLength)
            {
                yield return current;
                current = [];
            }

            current.Add(embed);
        }

        yield return current;
    }

    private static OutgoingFile? CreateFile(Reply reply) => reply switch
    {
        { Picture: { } picture } =>
            new(picture.FileName, "image/png", picture.Png(), FormatDescription(picture.AltText)),
        { File: { } file } => new(file.Name, file.ContentType, file.Content, FormatDescription(file.Description)),
        _ => null,
    };

    private static string FormatDescription(string text) =>
        TextSplitter.Truncate(TextSanitizer.ToOneLine(text), Picture.MaxAltText);

    private static IEnumerable<string> FormatPieces(Reply reply) => GetBlocks(reply)
        .SelectMany(b => BlockMarkdown.Format(b, MaxDescriptionLength))
        .Concat(FormatLinkedSource(reply.Source))
        .Where(p => !string.IsNullOrWhiteSpace(p));

    private static IEnumerable<Block> CreateChoices(Reply reply)
    {
        // If a button or menu would truncate a label, the choices are listed as well.
        if (!ComponentBuilder.FitAllLabels(reply.Choices))
            return [new Block.List([.. reply.Choices.Select(c => new ListItem(c.Label))], reply.ChoicesHeading)];

        // A menu has its own heading, and a source would come between the heading and the buttons.
        var hasHeading = reply.Choices.Count is > 0 and <= ComponentBuilder.MaxButtons && reply.Source is null;
        return hasHeading && reply.ChoicesHeading is { } heading ? [new Block.Subheading(heading)] : [];
    }

    // A footer can't have a link.
    private static IEnumerable<string> FormatLinkedSource(SourceLine? source)
    {
        if (source is not { Url: { } url }) return [];
        var name = BlockMarkdown.FormatText(TextSanitizer.ToOneLine(source.Text));
        var line = $"-# From {Markdown.FormatLink(TextSplitter.Truncate(name, MaxSourceLength), url)}";
        return [line.Length <= MaxDescriptionLength ? line : $"-# From {TextSplitter.Truncate(name, MaxSourceLength)}"];
    }

    private static IEnumerable<string> JoinIntoDescriptions(IEnumerable<string> pieces)
    {
        var description = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (description.Length > 0 && description.Length + 2 + piece.Length > MaxDescriptionLength)
            {
                yield return description.ToString();
                description.Clear();
            }

            if (description.Length > 0) description.Append("\n\n");
            description.Append(piece);
        }

        if (description.Length > 0) yield return description.ToString();
    }
}
