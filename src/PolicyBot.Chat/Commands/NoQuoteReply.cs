using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates the reply to a search that no quote matches: it says so, and which quotes there are.</summary>
internal static class NoQuoteReply
{
    public static Reply Create(KnowledgeSet set, string? by, string? about, string conversationId)
    {
        if (set.Quotes.Count == 0) return Reply.Private("I have no quotes from this article.");
        var speakers = QuoteFinder.ListSpeakers(set).Take(Reply.MaxChoices);
        return new Reply
        {
            Kind = ReplyKind.Refusal,
            Blocks =
            [
                new Block.Paragraph(Explain(set, by, about)),
                new Block.Note($"The quotes are about: {string.Join(", ", QuoteFinder.ListTopics(set))}."),
            ],
            ChoicesHeading = "The article quotes:",
            Choices =
            [
                .. speakers.Select(s => new ReplyAction(
                    s, CommandRequest.Create(QuoteCommand.Name, conversationId, (QuoteCommand.ByOption, s)))),
            ],
            IsPrivate = true,
        };
    }

    private static string Explain(KnowledgeSet set, string? by, string? about)
    {
        var subject = TextTruncator.Quote(about ?? "");
        if (by is null) return $"The article has no quote about {subject}.";
        if (QuoteFinder.Find(set, by, null).Count > 0)
            return $"The article has no quote by {TextTruncator.Quote(by)} about {subject}.";
        return set.People.FirstOrDefault(p => HasName(p, by)) is { } person
            ? $"The article mentions {person.Name}, but doesn't quote {person.Name}."
            : $"The article has no quote by {TextTruncator.Quote(by)}.";
    }

    private static bool HasName(Person person, string name) =>
        person.Also.Prepend(person.Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
