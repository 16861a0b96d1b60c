using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary>Creates the reply to a search that no quote matches: it says so, and which quotes there are.</summary>
internal static class NoQuoteReply
{
    public static Reply Create(ServedArticle article, string? by, string? about, string conversationId)
    {
        var quotes = article.Quotes;
        if (article.Set.Quotes.Count == 0) return Reply.Private("I have no quotes from this article.");
        var speakers = quotes.Speakers.Take(Reply.MaxChoices);
        return new Reply
        {
            Kind = ReplyKind.Refusal,
            Blocks =
            [
                new Block.Paragraph(Explain(article, by, about)),
                new Block.Note($"The quotes are about: {string.Join(", ", quotes.Topics)}."),
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

    private static string Explain(ServedArticle article, string? by, string? about)
    {
        var subject = TextTruncator.Quote(about ?? "");
        if (by is null) return $"I have no quote that matches {subject}.";
        if (article.Quotes.Find(by, null).Count > 0)
            return $"I have no quote by {TextTruncator.Quote(by)} that matches {subject}.";
        return article.Set.People.FirstOrDefault(p => HasName(p, by)) is { } person
            ? $"The article mentions {person.Name}, but I have no quote by {person.Name}."
            : $"I have no quote by {TextTruncator.Quote(by)}.";
    }

    private static bool HasName(Person person, string name) =>
        person.Also.Prepend(person.Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
