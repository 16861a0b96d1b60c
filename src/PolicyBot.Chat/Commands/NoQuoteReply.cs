using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Quotes;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Says that no quote fits, and which there are.</summary>
internal static class NoQuoteReply
{
    public static Reply Of(KnowledgeSet set, string? by, string? about, string place)
    {
        if (set.Quotes.Count == 0) return Reply.Private("I have no quotes from this article.");
        var speakers = QuoteFinder.Speakers(set);
        var speakerIsThere = by is not null && QuoteFinder.Find(set, by, null).Count > 0;
        return new Reply
        {
            Blocks =
            [
                new Block.Paragraph(Words(set, by, about, speakerIsThere)),
                new Block.Note($"The quotes are about: {string.Join(", ", QuoteFinder.Topics(set))}."),
            ],
            ChoicesHeading = "It quotes:",
            Choices = [.. speakers.Take(Reply.MaxChoices).Select(s => new ReplyAction(s, CommandRequest.Create(QuoteCommand.Name, place, ("by", s))))],
            IsPrivate = true,
        };
    }

    private static string Words(KnowledgeSet set, string? by, string? about, bool speakerIsThere)
    {
        if (by is null) return $"The article has no quote about {TextTruncator.Quote(about ?? "")}.";
        if (speakerIsThere) return $"The article has no quote by {TextTruncator.Quote(by)} about {TextTruncator.Quote(about ?? "")}.";
        return set.People.FirstOrDefault(p => IsCalled(p, by)) is { } person
            ? $"The article names {person.Name}, but gives no quote as {person.Name}’s own words."
            : $"The article has no quote by {TextTruncator.Quote(by)}.";
    }

    private static bool IsCalled(Person person, string name) =>
        person.Also.Prepend(person.Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
