using System.Text.Json.Nodes;
using PolicyBot.IntegrationTests.Servers;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Approval;

/// <summary>
/// The actions that lead to the replies about a server's own changes, by the name of the approved file.
/// </summary>
internal static class CurationReplies
{
    private const string Question = "whose money paid for those stairs?";
    private const string OwnQuestion = "May members post spoilers here?";

    // The article answers only the second one, but the first one is answered, too.
    private const string Evaluation = """
        tuning	-	chatty	what did the stairs cost?
        tuning	cost	chatty	and the price of it?
        """;

    /// <summary>The replies, about the sample article.</summary>
    public static Dictionary<string, Func<Member, Task<JsonNode>>> All { get; } = new(StringComparer.Ordinal)
    {
        ["curate-review"] = ReviewAsync,
        ["curate-effect"] = ProposeAsync,
        ["curate-confirm"] = async m =>
        {
            await ProposeAsync(m);
            return await m.ManagePressAsync("Publish (3 worse)");
        },
        ["curate-published"] = PublishAsync,
        ["curate-refused"] = m => m.SubmitAsync(
            "curate add",
            [],
            ("question", "Who paid for the library?"),
            ("answer", "Rosa Diaz paid half of it."),
            ("quote", "The Hill Trust gave half of the money.\nThe Hill Trust gave all of the money.")),
        ["curate-history"] = async m =>
        {
            await PublishAsync(m);
            await AddOwnAsync(m);
            await m.ManageAsync("curate undo");
            await PublishShownAsync(m);
            return await m.ManageAsync("curate history");
        },
        ["curate-find"] = async m =>
        {
            await m.SubmitAsync(
                "curate edit",
                [("entry", "opening")],
                ("phrasings", "whose library is it"),
                ("remove", "who opened it"));
            await PublishShownAsync(m);
            return await m.ManageAsync("curate find", ("entry", "opening"));
        },
        ["ask-server-question"] = async m =>
        {
            await AddOwnAsync(m);
            return await m.UseAsync("ask", ("question", OwnQuestion));
        },
    };

    /// <summary>Creates a deployment with the sample article and its evaluation questions.</summary>
    public static async Task<Deployment> CreateAsync()
    {
        var deployment = await Deployment.CreateAsync();
        var folder = deployment.Put("library", SampleSet.Knowledge);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "evaluation.tsv"), Evaluation, TestContext.Current.CancellationToken);
        deployment.UseLibraryAsOwn();
        return deployment;
    }

    private static async Task<JsonNode> ReviewAsync(Member member)
    {
        foreach (var question in new[]
        {
            Question, Question, "whose money paid for these stairs?", "how much did the party cost"
        })
            await member.UseAsync("ask", ("question", question));
        return await member.ManageAsync("curate review");
    }

    private static async Task<JsonNode> ProposeAsync(Member member)
    {
        await member.UseAsync("ask", ("question", "how much did the party cost"));
        return await member.ManageAsync("curate retire", ("entry", "cost"), ("reason", "The final bill was higher"));
    }

    private static async Task<JsonNode> PublishAsync(Member member)
    {
        await ProposeAsync(member);
        return await PublishShownAsync(member);
    }

    // Confirms it if something gets worse.
    private static async Task<JsonNode> PublishShownAsync(Member member)
    {
        var reply = await member.ManagePressAsync(
            member.Shown.Labels().Single(l => l.StartsWith("Publish", StringComparison.Ordinal)));
        return member.Shown.Labels().Contains("Yes, publish it")
            ? await member.ManagePressAsync("Yes, publish it")
            : reply;
    }

    private static async Task<JsonNode> AddOwnAsync(Member member)
    {
        await member.SubmitAsync(
            "curate add",
            [("source", "server rule")],
            ("question", OwnQuestion),
            ("answer", "No. Hide them with two bars at both ends."),
            ("rule", "Rule 4: no spoilers"),
            ("link", "https://example.org/rules"));
        return await PublishShownAsync(member);
    }
}
