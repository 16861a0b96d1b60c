using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Tests.Support;

/// <summary>A reply as lines, for tests to read.</summary>
internal static class ReplyText
{
    public static IEnumerable<string> Quotations(this Reply reply) =>
        reply.Blocks.OfType<Block.Quote>().Select(q => $"{q.Text} | {q.Attribution}");

    public static IEnumerable<string> Paragraphs(this Reply reply) =>
        reply.Blocks.OfType<Block.Paragraph>().Select(p => p.Text);

    public static IEnumerable<string> Items(this Reply reply) =>
        reply.Blocks.OfType<Block.List>()
            .SelectMany(l => l.Items)
            .Select(i => i.Term is null ? i.Text : $"{i.Term}: {i.Text}");

    public static IEnumerable<string> Does(this Reply reply) => reply.Actions.Select(a => a.Label);

    public static IEnumerable<string> Labels(this Reply reply) => reply.Choices.Select(c => c.Label);
}
