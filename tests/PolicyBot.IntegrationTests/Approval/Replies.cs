using System.Text.Json.Nodes;

namespace PolicyBot.IntegrationTests.Approval;

/// <summary>The actions that lead to each kind of reply, by the name of its approved file.</summary>
internal static class Replies
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string Quotation =
        "End-to-end encryption already protects the messages of over a billion people every day";

    private const string Signers = "who signed the letter?";

    // The user's limit in ten seconds.
    private const int UserLimit = 8;

    public static Dictionary<string, Func<Member, Task<JsonNode>>> All { get; } = new(StringComparer.Ordinal)
    {
        ["ask-answered"] = m => m.UseAsync("ask", ("question", Signers)),
        ["ask-ambiguous"] = m => m.UseAsync("ask", ("question", "encryption")),
        ["ask-not-in-article"] = m => m.UseAsync("ask", ("question", "What did Apple say about the letter?")),
        ["ask-no-prepared-answer"] =
            m => m.UseAsync("ask", ("question", "did Facebook agree to delay its encryption?")),
        ["ask-several"] = m => m.UseAsync(
            "ask", ("question", "Who signed the letter? Did Google sign? Hello? When was it published? Who is Barr?")),
        ["ask-greeting"] = m => m.UseAsync("ask", ("question", "hi!")),
        ["ask-thanks"] = m => m.UseAsync("ask", ("question", "thanks!")),
        ["ask-other-language"] =
            m => m.UseAsync("ask", ("question", "was sagte Facebook über die Verschlüsselung und warum?")),
        ["ask-not-understood"] = m => m.UseAsync("ask", ("question", "asdf qwer")),
        ["ask-no-question"] = m => m.UseAsync("ask", ("question", "???")),
        ["ask-private"] = m => m.UseAsync("ask", ("question", Signers), ("private", true)),
        ["ask-picked"] = m => After(
            m.UseAsync("ask", ("question", Signers)),
            () => m.PressAsync("Which U.S. officials signed the letter?")),
        ["ask-in-context"] = m => After(m.UseAsync("ask", ("question", Signers)), () => m.PressAsync("In context")),
        ["ask-stale"] = m => m.PressOldAsync("ask|entry=gone"),
        ["message-command"] = m => m.UseOnAsync("Answer this", Signers),
        ["mention"] = m => m.MentionAsync(Signers),
        ["mention-ambiguous"] = m => m.MentionAsync("encryption"),
        ["mention-not-in-article"] = m => m.MentionAsync("did Google sign?"),
        ["mention-flooded"] = async m =>
        {
            for (var i = 0; i < UserLimit; i++) await m.UseAsync("help");
            return await m.MentionAsync(Signers);
        },
        ["reply-without-ping"] = m => After(m.MentionAsync(Signers), () => m.ReplyWithoutPingAsync("and who got it?")),
        ["quote-by"] = m => m.UseAsync("quote", ("by", "letter")),
        ["quote-by-next"] = m => After(m.UseAsync("quote", ("by", "letter")), () => m.PressAsync("Next")),
        ["quote-random"] = m => m.UseAsync("quote", ("random", true)),
        ["quote-none"] = m => m.UseAsync("quote", ("by", "Apple")),
        ["quote-none-of-a-person"] = m => m.UseAsync("quote", ("by", "Priti Patel")),
        ["quote-none-about"] = m => m.UseAsync("quote", ("by", "Facebook"), ("about", "children")),
        ["quote-card"] = m => m.UseAsync("quote", ("about", "backdoors"), ("card", true)),
        ["quote-card-as-text"] = m => After(
            m.UseAsync("quote", ("about", "backdoors"), ("card", true)), () => m.PressAsync("As text")),
        ["quote-in-context"] = m => After(
            m.UseAsync("quote", ("about", "backdoors")), () => m.PressAsync("In context")),
        ["quote-stale"] = m => m.PressOldAsync("quote|id=gone"),
        ["quotes"] = m => m.UseAsync("quotes"),
        ["quotes-next"] = m => After(m.UseAsync("quotes"), () => m.PressAsync("Next")),
        ["quotes-no-such-page"] = m => m.UseAsync("quotes", ("page", "9")),
        ["summary-line"] = m => m.UseAsync("summary", ("length", "line")),
        ["summary-short"] = m => m.UseAsync("summary"),
        ["summary-full"] = m => m.UseAsync("summary", ("length", "full")),
        ["summary-no-such-length"] = m => m.PressOldAsync("summary|length=huge"),
        ["people"] = m => m.UseAsync("people"),
        ["topics"] = m => m.UseAsync("topics"),
        ["topics-picked"] = m => After(m.UseAsync("topics"), () => m.SelectAsync("backdoors (4 questions)")),
        ["topics-one"] = m => m.UseAsync("topics", ("topic", "letter")),
        ["topics-none"] = m => m.UseAsync("topics", ("topic", "cats")),
        ["article"] = m => m.UseAsync("article"),
        ["article-text"] = m => m.UseAsync("article", ("text", true)),
        ["verify-verbatim"] = m => m.UseAsync("verify", ("text", Quotation)),
        ["verify-altered"] = m => m.UseAsync("verify", ("text", Quotation.Replace("billion", "million", Ordinal))),
        ["verify-wrong-speaker"] = m => m.UseAsync("verify", ("text", $"Barr said: “{Quotation}”")),
        ["verify-cut"] = m => m.UseAsync(
            "verify", ("text", "Companies should … design their systems to preclude any form of access to content")),
        ["verify-on-message"] = m => m.UseOnAsync("Verify quotation", $"So “{Quotation}”, right?"),
        ["why"] = m => After(m.UseAsync("ask", ("question", "who singed the letter?")), () => m.UseAsync("why")),
        ["why-not-in-article"] = m => m.UseAsync("why", ("question", "What did Apple say about the letter?")),
        ["why-nothing-yet"] = m => m.UseAsync("why"),
        ["help"] = m => m.UseAsync("help"),
        ["command-unknown"] = m => m.PressOldAsync("gone"),
        ["context-stale"] = m => m.PressOldAsync("context|entry=gone"),
        ["commands"] = m => m.CommandsAsync(),
    };

    /// <summary>The replies about saved data.</summary>
    public static Dictionary<string, Func<Member, Task<JsonNode>>> OfKept { get; } = new(StringComparer.Ordinal)
    {
        ["daily-set"] = m => m.OrderAsync(),
        ["daily-post"] = m => After(m.OrderAsync(), m.PostNowAsync),
        ["daily-status"] = m => After(After(m.OrderAsync(), m.PostNowAsync), () => m.ManageAsync("daily status")),
        ["questions-unanswered"] = m => After(AskAsync(m), () => m.ManageAsync("questions unanswered")),
        ["questions-export"] = m => After(AskAsync(m), () => m.ManageAsync("questions export")),
        ["stats-export"] = m => After(AskAsync(m), () => m.ManageAsync("stats", ("export", true))),
        ["stats"] = m => After(AskAsync(m), () => m.ManageAsync("stats")),
        ["settings"] = m => m.ManageAsync("settings", ("answers", "asker"), ("answer-from", "80")),
        ["privacy"] = m => m.UseAsync("privacy"),
        ["privacy-erase"] = m => m.ManageAsync("privacy", ("erase", true)),
        ["feedback"] = m => After(m.UseAsync("ask", ("question", Signers)), () => m.PressAsync("👍")),
    };

    private static async Task<JsonNode> AskAsync(Member member)
    {
        JsonNode last = new JsonObject();
        foreach (var question in new[]
        {
            Signers, "What did Apple say about the letter?", "what has Apple said of the letter", "encryption"
        })
            last = await member.UseAsync("ask", ("question", question));
        return last;
    }

    private static async Task<JsonNode> After(Task<JsonNode> first, Func<Task<JsonNode>> then)
    {
        await first;
        return await then();
    }
}
