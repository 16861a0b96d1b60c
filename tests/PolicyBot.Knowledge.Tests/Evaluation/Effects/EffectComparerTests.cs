using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Evaluation.Effects;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Tests.Curation.Layers;
using PolicyBot.Knowledge.Tests.Encoding;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Evaluation.Effects;

public sealed class EffectComparerTests
{
    private const int Parts = 5;

    private static readonly KnowledgeSet Library = Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set;

    [Theory]
    [InlineData("meat-inspection", 6, false)]
    [InlineData("prepaid-disclosures", 6, false)]
    [InlineData("prepaid-disclosures", 1, true)]
    public void Compare_RandomChanges_IsAFullReplay(string name, int seeds, bool hasEncoder)
    {
        var (set, evaluation) = ArticleFolder.Read(name);
        var vectors = hasEncoder ? new VectorStore(EncoderTestFile.Encoder) : null;
        var before = new Answerer(set, vectors: vectors);
        string[] stored = ["What did the lawyers want?", "who is Bob", "Is that a joke?", "How many people?"];
        for (var seed = 0; seed < seeds; seed++)
        {
            var changes = RandomChanges.Create(set, 4, new Random(seed));
            var after = new Answerer(LayeredSet.Apply(set, changes).Set, vectors: vectors);

            var report = Compare();

            var expected = Replay(before, after, evaluation, stored, out var asked);
            Assert.Equal(asked, report.Asked);
            Assert.Equal(
                expected.Order(StringComparer.Ordinal), report.Effects.Select(Format).Order(StringComparer.Ordinal));
            AssertSorted(report);
            Assert.Equal(report.Effects.Select(Format), Compare().Effects.Select(Format));

            EffectReport Compare() => EffectComparer.Compare(
                before, after, evaluation, stored, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public void Compare_SameSet_HasNoEffect()
    {
        var answerer = new Answerer(Library);

        var report = EffectComparer.Compare(
            answerer, new Answerer(Library), [], ["who opened it"], TestContext.Current.CancellationToken);

        // Two phrasings each of two questions, one of the unanswerable one, and the stored question.
        Assert.Equal(6, report.Asked);
        Assert.Empty(report.Effects);
    }

    [Fact]
    public void Compare_RetiredQuestion_MakesItsQuestionsWorse()
    {
        var question = Evaluation("Who opened the library?", "opening");

        var report = Compare([question], [], new SetChange.Retire("opening"));

        var effect = report.Effects.First(e => e.Source == EffectSource.Evaluation);
        Assert.Equal((EffectKind.Worse, question.Question), (effect.Kind, effect.Question));
        Assert.Equal("opening", Assert.IsType<Answer.Answered>(effect.Before).Entry.Id);
        Assert.IsNotType<Answer.Answered>(effect.After);
    }

    [Fact]
    public void Compare_ServersQuestionForAnUnanswerableOne_IsWorse()
    {
        var question = Evaluation("Where do I park my car?");

        var report = Compare(
            [question], [], new SetChange.AddServerQuestion("car", "Where do I park my car?", [], "There.", "Rule 1"));

        Assert.Equal(EffectKind.Worse, Assert.Single(report.Effects).Kind);
    }

    [Fact]
    public void Compare_NewPhrasing_MakesAnEvaluationQuestionBetterAndAStoredOneChanged()
    {
        const string Asked = "what sum went into the building";

        var report = Compare([Evaluation(Asked, "cost")], [Asked], new SetChange.AddPhrasing("cost", Asked));

        Assert.Contains(report.Effects, e => (e.Source, e.Kind) == (EffectSource.Evaluation, EffectKind.Better));
        Assert.Contains(report.Effects, e => (e.Source, e.Kind) == (EffectSource.Stored, EffectKind.Changed));
        // Without itself, the phrasing is asked of the same set twice.
        Assert.DoesNotContain(report.Effects, e => e.Source == EffectSource.Phrasing && e.Question == Asked);
    }

    [Fact]
    public void Compare_NewQuestion_AnswersItsPhrasings()
    {
        var report = Compare(
            [],
            [],
            new SetChange.AddQuestion(
                "stairs",
                "Which stairs were rebuilt?",
                ["Were the unsafe stairs rebuilt?", "Were unsafe stairs rebuilt?", "Have they rebuilt unsafe stairs?"],
                [new("Unsafe stairs were rebuilt.", ["unsafe stairs were rebuilt"])]));

        Assert.Contains(
            report.Effects,
            e => e.Kind == EffectKind.Better && e.Question == "Were unsafe stairs rebuilt?"
                && e.After is Answer.Answered(var entry) && entry.Id == "stairs");
    }

    [Fact]
    public void Compare_AnswerableQuestionWithoutAnEntry_IsOnlyChanged()
    {
        var question = Evaluation("Who opened the library?") with { Passages = [Library.Article.Sentences[1]] };

        var report = Compare([question], [], new SetChange.Retire("opening"));

        Assert.Equal(EffectKind.Changed, report.Effects.Single(e => e.Source == EffectSource.Evaluation).Kind);
    }

    [Fact]
    public void Compare_Canceled_Throws()
    {
        var answerer = new Answerer(Library);

        Assert.ThrowsAny<OperationCanceledException>(() => EffectComparer.Compare(
            answerer, answerer, [], ["who opened it"], new CancellationToken(canceled: true)));
    }

    private static EvaluationQuestion Evaluation(string question, params string[] entries) => new(
        EvaluationHalf.Held,
        "plain",
        question,
        [.. entries.SelectMany(e => Library.GetQuestion(e).Evidence)],
        entries);

    private static EffectReport Compare(
        IReadOnlyList<EvaluationQuestion> evaluation, IReadOnlyList<string> stored, SetChange change)
    {
        var layered = LayeredSet.Apply(Library, [new NumberedChange(1, change)]);
        Assert.Empty(layered.Rejected);
        return EffectComparer.Compare(
            new Answerer(Library),
            new Answerer(layered.Set),
            evaluation,
            stored,
            TestContext.Current.CancellationToken);
    }

    // One question after the other, each with answerers of its own part.
    private static List<string> Replay(
        Answerer before,
        Answerer after,
        IReadOnlyList<EvaluationQuestion> evaluation,
        string[] stored,
        out int asked)
    {
        var effects = new List<string>();
        asked = evaluation.Count + stored.Length;
        foreach (var question in evaluation)
        {
            var isKnown = question.IsCovered || !question.IsAnswerable;
            Add(EffectSource.Evaluation, question.Question, isKnown ? question.Entries : null, before, after);
        }

        foreach (var question in stored) Add(EffectSource.Stored, question, null, before, after);
        var phrasings = new Dictionary<string, (string Text, Entry Entry)>(StringComparer.Ordinal);
        foreach (var entry in ListEntries(before.Set).Concat(ListEntries(after.Set)))
        {
            foreach (var phrasing in entry.Phrasings) phrasings[GetLetters(phrasing)] = (phrasing, entry);
        }

        foreach (var entry in ListEntries(before.Set).Concat(ListEntries(after.Set)))
            phrasings.Remove(GetLetters(entry.Question));
        asked += phrasings.Count;
        var answerers = Enumerable.Range(0, Parts)
            .Select(p => (Before: Train(before, p), After: Train(after, p))).ToList();
        foreach (var (text, entry) in phrasings.Values)
        {
            var part = Enumerable.Range(0, Parts).Single(p => new LeftOutPart(p, Parts).Contains(text));
            var (first, second) = answerers[part];
            Assert.DoesNotContain(text, ListEntries(first.Set).SelectMany(e => e.Phrasings));
            Assert.DoesNotContain(text, ListEntries(second.Set).SelectMany(e => e.Phrasings));
            Add(EffectSource.Phrasing, text, entry is QuestionEntry ? [entry.Id] : [], first, second);
        }

        return effects;

        void Add(EffectSource source, string text, IReadOnlyList<string>? right, Answerer first, Answerer second)
        {
            var (old, current) = (first.Ask(text), second.Ask(text));
            var gain = right is null ? 0 : OutcomeRank.Get(current, right) - OutcomeRank.Get(old, right);
            if (gain == 0 && OutcomeRank.AreSame(old, current)) return;
            var kind = gain == 0 ? EffectKind.Changed : gain > 0 ? EffectKind.Better : EffectKind.Worse;
            effects.Add(Format(new Effect(source, kind, text, old, current)));
        }
    }

    private static Answerer Train(Answerer answerer, int part) =>
        answerer.TrainOn(
            new LeftOutPart(part, Parts).RemoveFrom(answerer.Set), null, TestContext.Current.CancellationToken);

    private static IEnumerable<Entry> ListEntries(KnowledgeSet set) =>
        set.Questions.Concat<Entry>(set.Unanswerable);

    private static string GetLetters(string text) =>
        string.Concat(text.Where(c => !char.IsPunctuation(c) && !char.IsWhiteSpace(c))).ToLowerInvariant();

    private static string Format(Effect effect) => string.Join(
        '\t', effect.Kind, effect.Source, effect.Question, Format(effect.Before), Format(effect.After));

    private static string Format(Answer answer) => string.Join(
        ' ',
        answer.GetType().Name,
        (answer as Answer.Answered)?.Entry.Id ?? (answer as Answer.NoPreparedAnswer)?.Closest?.Id,
        answer.Confidence.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        string.Join(',', answer.Suggestions.Select(s => s.Entry.Id)));

    private static void AssertSorted(EffectReport report)
    {
        EffectKind[] order = [EffectKind.Worse, EffectKind.Changed, EffectKind.Better];
        Assert.Equal(report.Effects.OrderBy(e => Array.IndexOf(order, e.Kind)), report.Effects);
    }
}
