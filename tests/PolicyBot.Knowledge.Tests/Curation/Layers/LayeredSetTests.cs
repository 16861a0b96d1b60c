using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Layers;

public sealed class LayeredSetTests
{
    private const string Stairs = "unsafe stairs were rebuilt";

    private static readonly KnowledgeSet Shipped = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;

    [Fact]
    public void Apply_NoChange_IsTheShippedSet() => Assert.Same(Shipped, LayeredSet.Apply(Shipped, []).Set);

    [Fact]
    public void Apply_Phrasing_ChangesOnlyItsEntry()
    {
        var set = Apply(new SetChange.AddPhrasing("cost", " what was spent on it? "));

        Assert.Equal(
            ["how much was it", "price of the library", "what was spent on it?"], set.GetQuestion("cost").Phrasings);
        Assert.Same(Shipped.GetQuestion("opening"), set.GetQuestion("opening"));
        Assert.Same(Shipped.Unanswerable[0], set.Unanswerable[0]);
        Assert.Same(Shipped.Quotes, set.Quotes);
        Assert.Equal(2, Shipped.GetQuestion("cost").Phrasings.Count);
    }

    [Fact]
    public void Apply_PhrasingOfAnUnanswerableQuestion_IsAdded() => Assert.Equal(
        ["number of books", "how many novels"],
        Assert.Single(Apply(new SetChange.AddPhrasing("books", "how many novels")).Unanswerable).Phrasings);

    [Fact]
    public void Apply_RemovedPhrasing_IsFreeForAnotherEntry()
    {
        var set = Apply(
            new SetChange.RemovePhrasing("cost", "How much was it?"),
            new SetChange.AddPhrasing("opening", "how much was it"));

        Assert.Equal(["price of the library"], set.GetQuestion("cost").Phrasings);
        Assert.Contains("how much was it", set.GetQuestion("opening").Phrasings);
    }

    [Fact]
    public void Apply_NewQuestion_HasItsAnswerWithEvidence()
    {
        var set = Apply(new SetChange.AddQuestion(
            "stairs", "Were the stairs safe?", ["about the stairs"], [new("Unsafe stairs were rebuilt.", [Stairs])]));

        var entry = set.Questions[^1];
        Assert.Equal(("stairs", "Were the stairs safe?"), (entry.Id, entry.Question));
        Assert.Equal("Unsafe stairs were rebuilt.", entry.AnswerText);
        Assert.Equal(Shipped.Article.Find(Stairs), Assert.Single(entry.Evidence));
        Assert.Equal([LayeredSet.AddedTopic], entry.Topics);
        Assert.Equal((Stairs, "stairs"), (set.Evidence[^1].Text, set.Evidence[^1].Entry));
    }

    [Fact]
    public void Apply_EditedQuestion_KeepsPhrasingsTopicsAndPlace()
    {
        var set = Apply(new SetChange.EditQuestion(
            "opening", "who opened it?", [new("The mayor did.", ["Mayor Rosa Diaz opened Eastgate Library"])]));

        var entry = set.Questions[0];
        Assert.Equal(("who opened it?", "The mayor did."), (entry.Question, entry.AnswerText));
        // What was a phrasing is the question now.
        Assert.Equal(["By whom was the library opened?"], entry.Phrasings);
        Assert.Equal(["library", "people"], entry.Topics);
        Assert.Equal(["cost"], entry.Related);
        Assert.Equal(
            ["Mayor Rosa Diaz opened Eastgate Library"],
            set.Evidence.Where(e => e.Entry == "opening").Select(e => e.Text));
    }

    [Fact]
    public void Apply_NewUnanswerableQuestion_HasItsPassage()
    {
        var set = Apply(new SetChange.AddUnanswerable("size", "How big is it?", ["size"], Stairs));

        Assert.Equal(Shipped.Article.Find(Stairs), set.Unanswerable[^1].Nearest);
        Assert.Equal(["size"], set.Unanswerable[^1].Phrasings);
    }

    [Fact]
    public void Apply_ServersQuestion_HasASourceAndNoEvidence()
    {
        var set = Apply(new SetChange.AddServerQuestion(
            "spam", "Where do I report spam?", [], "In Reports, or ask Sam 24/7.", " Rule 4 ", "https://x.org/a b"));

        var entry = set.Questions[^1];
        Assert.Equal("In Reports, or ask Sam 24/7.", entry.AnswerText);
        Assert.Empty(entry.Evidence);
        Assert.Equal(new ServerSource("Rule 4", "https://x.org/a%20b"), entry.Source);
        Assert.Equal([LayeredSet.ServerTopic], entry.Topics);
    }

    [Fact]
    public void Apply_EditedServersQuestion_KeepsItsSource()
    {
        var set = Apply(
            new SetChange.AddServerQuestion("spam", "Where do I report spam?", ["spam"], "Here.", "Rule 4", null),
            new SetChange.EditQuestion("spam", "Where is spam reported?", [new("There.", [])]));

        Assert.Equal(("Where is spam reported?", "There."), (set.Questions[^1].Question, set.Questions[^1].AnswerText));
        Assert.Equal("Rule 4", set.Questions[^1].Source!.Text);
        Assert.Equal(["spam"], set.Questions[^1].Phrasings);
    }

    [Fact]
    public void Apply_RetiredQuestion_IsRelatedToNothing()
    {
        var set = Apply(new SetChange.Retire("cost"));

        Assert.Null(set.FindQuestion("cost"));
        Assert.Empty(set.GetQuestion("opening").Related);
        Assert.DoesNotContain(set.Evidence, e => e.Entry == "cost");
    }

    [Fact]
    public void Apply_RetiredQuestion_FreesItsIdAndPhrasings()
    {
        var set = Apply(
            new SetChange.Retire("books"),
            new SetChange.AddServerQuestion("books", "How many books are there?", [], "About 900.", "the desk", null));

        Assert.Empty(set.Unanswerable);
        Assert.Equal("About 900.", set.GetQuestion("books").AnswerText);
    }

    [Fact]
    public void Apply_WithheldQuestion_GetsANewAnswer()
    {
        var shipped = Shipped with
        {
            Questions = [.. Shipped.Questions.Take(1)],
            Withheld = [new WithheldEntry("cost", "What did the library cost?", ["how much was it"])],
        };

        var set = LayeredSet.Apply(shipped, [Number(1, Edit("It cost 4 million dollars."))]).Set;

        Assert.Empty(set.Withheld);
        Assert.Equal("It cost 4 million dollars.", set.GetQuestion("cost").AnswerText);
        Assert.Equal(["how much was it"], set.GetQuestion("cost").Phrasings);
    }

    public static TheoryData<string, SetChange> Wrong => new()
    {
        {
            "The set has no question with the id “costs”. Choose one of its questions; the nearest id is “cost”.",
            new SetChange.AddPhrasing("costs", "x")
        },
        {
            "The phrasing “HOW MUCH was it” is already a phrasing of “What did the library cost?”. "
            + "Use other words, or remove it there first.",
            new SetChange.AddPhrasing("opening", "HOW MUCH was it")
        },
        {
            "The phrasing “Who opened the library” is already a question of the set. "
            + "Use other words, or remove it there first.",
            new SetChange.AddPhrasing("opening", "Who opened the library")
        },
        {
            "A phrasing is empty. Write another way to ask the question, or remove it.",
            new SetChange.AddPhrasing("cost", " ")
        },
        { "The phrasing “?!” has no words. Write a question.", new SetChange.AddPhrasing("cost", "?!") },
        {
            $"The text of “phrasing” has 301 characters: “{new string('x', 160)}…”. Shorten it to at most 300.",
            new SetChange.AddPhrasing("cost", new string('x', 301))
        },
        {
            "“What did the library cost” is the question itself, not one of its other phrasings. "
            + "Edit the question instead.",
            new SetChange.RemovePhrasing("cost", "What did the library cost")
        },
        {
            "“What did the library cost?” has no phrasing “who opened it”. "
            + "Choose one of its phrasings; this one may already have been removed.",
            new SetChange.RemovePhrasing("cost", "who opened it")
        },
        {
            "The id “cost” is already used by “What did the library cost?”. Choose another id.",
            Add("cost", "Q?", "Unsafe stairs were rebuilt.", Stairs)
        },
        {
            "The id “A B” may contain only a to z, 0 to 9 and hyphens. Write it like “letter-date”.",
            Add("A B", "Q?", "Unsafe stairs were rebuilt.", Stairs)
        },
        {
            "The question “How much was it?” is already a phrasing of “What did the library cost?”. "
            + "Use other words, or remove it there first.",
            Add("new", "How much was it?", "Unsafe stairs were rebuilt.", Stairs)
        },
        {
            "The sentence “It is unsafe.” has no evidence. Copy the words that say so from the article.",
            Add("new", "Q?", "It is unsafe.")
        },
        {
            "The evidence “unsafe  stairs” is not verbatim in the article: only the spaces differ. "
            + "Copy it from the article: “unsafe stairs”.",
            Add("new", "Q?", "It is unsafe.", "unsafe  stairs")
        },
        {
            "The sentence “It is unsafe, says Tom.” says “Tom”, but its evidence doesn't. "
            + "The article never says “Tom”, so remove the words.",
            Add("new", "Q?", "It is unsafe, says Tom.", Stairs)
        },
        {
            "The phrasing “Q” is listed twice. Remove one of them.",
            new SetChange.AddUnanswerable("new", "Q?", ["Q"], Stairs)
        },
        {
            "The closest passage is empty. Copy it from the article.",
            new SetChange.AddUnanswerable("new", "Q?", [], "")
        },
        {
            "The nearest passage “tall stairs” is not in the article. Copy it verbatim; the nearest sentence there is "
            + "“The trust’s chair – a retired teacher – said that the library is safe, and that unsafe stairs were "
            + "rebuilt.”.",
            new SetChange.AddUnanswerable("new", "Q?", [], "tall stairs")
        },
        {
            "The set says that the article doesn't answer “How many books are there?”. "
            + "Retire it, and add it as a question with an answer.",
            new SetChange.EditQuestion("books", "Q?", [new("A.", [Stairs])])
        },
        { "The answer has no sentences. Write at least one.", new SetChange.EditQuestion("cost", "Q?", []) },
        { "The question is empty. Write it.", new SetChange.EditQuestion("cost", "", [new("A.", [Stairs])]) },
        {
            "The answer has 4097 characters. Shorten it to at most 4096.",
            new SetChange.EditQuestion("cost", "Q?", [new(new('a', 2048), [Stairs]), new(new('a', 2048), [Stairs])])
        },
        {
            "The answer has no source. Write the rule that it rests on, or the address of a page.",
            new SetChange.AddServerQuestion("new", "Q?", [], "A.", " ", null)
        },
        {
            "The address “javascript:alert(1)” isn't a web address of at most 512 characters. "
            + "Copy it from the browser; it begins with “https://” or “http://”.",
            new SetChange.AddServerQuestion("new", "Q?", [], "A.", "Rule 4", "javascript:alert(1)")
        },
        {
            "The text of “answer” has the invisible character U+202E after “A”: “A\u202eB”. "
            + "Remove it, or retype the words.",
            new SetChange.AddServerQuestion("new", "Q?", [], "A\u202eB", "Rule 4", null)
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Apply_ChangeThatDoesNotApply_IsRejectedAlone(string problem, SetChange change)
    {
        var layered = LayeredSet.Apply(
            Shipped,
            [
                Number(3, new SetChange.AddPhrasing("cost", "first")),
                Number(5, change),
                Number(8, new SetChange.AddPhrasing("cost", "last")),
            ]);

        var rejected = Assert.Single(layered.Rejected);
        var found = Assert.Single(rejected.Problems);
        Assert.Equal(problem, $"{found.Problem} {found.Fix}");
        Assert.Equal((5, 5, change.Entry), (rejected.Number, found.Line, found.Entry));
        Assert.Equal(["first", "last"], layered.Set.GetQuestion("cost").Phrasings.Skip(2));
        Assert.Equal(Shipped.Unanswerable, layered.Set.Unanswerable);
    }

    [Fact]
    public void Apply_SeveralProblems_AllAreReported()
    {
        var change = new SetChange.AddQuestion(
            "cost", "Who opened it?", ["new", "price of the library"], [new("It is unsafe.", [Stairs])]);

        var problems = Assert.Single(LayeredSet.Apply(Shipped, [Number(1, change)]).Rejected).Problems;

        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void Apply_ChangeOfARetiredEntry_IsRejected()
    {
        var layered = LayeredSet.Apply(
            Shipped, [Number(1, new SetChange.Retire("cost")), Number(2, new SetChange.AddPhrasing("cost", "x"))]);

        var problem = Assert.Single(Assert.Single(layered.Rejected).Problems);
        Assert.Equal("The question “What did the library cost?” was retired.", problem.Problem);
    }

    [Fact]
    public void Apply_RetiringTheLastQuestion_IsRejected()
    {
        var layered = LayeredSet.Apply(
            Shipped,
            [
                Number(1, new SetChange.AddServerQuestion("spam", "Spam?", [], "Here.", "Rule 4", null)),
                Number(2, new SetChange.Retire("cost")),
                Number(3, new SetChange.Retire("opening")),
            ]);

        Assert.Equal(3, Assert.Single(layered.Rejected).Number);
        Assert.NotNull(layered.Set.FindQuestion("opening"));
    }

    [Theory]
    [InlineData("Where do I report spam?", "where-do-i-report-spam")]
    [InlineData("Who opened it?", "who-opened-it-2")]
    [InlineData("日本", "question")]
    public void NewEntryId_Question_IsFree(string question, string expected) =>
        Assert.Equal(expected, NewEntryId.Create(question, ["who-opened-it"]));

    private static SetChange.AddQuestion Add(string id, string question, string sentence, params string[] evidence) =>
        new SetChange.AddQuestion(id, question, [], [new(sentence, evidence)]);

    private static SetChange.EditQuestion Edit(string evidence) =>
        new SetChange.EditQuestion("cost", "What did it cost?", [new(evidence, [evidence])]);

    private static NumberedChange Number(int number, SetChange change) => new(number, change);

    private static KnowledgeSet Apply(params SetChange[] changes)
    {
        var layered = LayeredSet.Apply(Shipped, [.. changes.Select((c, i) => Number(i + 1, c))]);
        Assert.Empty(layered.Rejected.SelectMany(r => r.Problems).Select(p => p.ToString()));
        return layered.Set;
    }
}
