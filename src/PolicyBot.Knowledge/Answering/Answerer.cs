using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Semantic;
using PolicyBot.Knowledge.Matching.Text;
using PolicyBot.Knowledge.Matching.Training;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Answers questions about one article from its curated set. Trained on construction; then deterministic, in process
/// and thread-safe.
/// </summary>
public sealed class Answerer
{
    /// <summary>The longest question that is read, in UTF-16 code units.</summary>
    public const int MaxQuestionLength = 6000;

    // From this confidence on, the lexical layer's best entry is the answer, without the encoder.
    private const double LexicalConfidence = 0.9;

    // Two entries are equally close if the second is at least this likely relative to the first.
    private const double TieRatio = 0.85;

    private readonly AnswerFactory _answers;
    private readonly Entry[] _entries;
    private readonly CandidateRanker _ranker;
    private readonly PassageRanker _passages;
    private readonly SemanticIndexProvider? _semantics;
    private readonly Lazy<AbsenceFinder> _absences;
    private readonly VectorStore? _vectors;

    /// <summary>Trains an answerer on a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="thresholds">Thresholds in place of the set's own, or null.</param>
    /// <param name="vectors">
    /// The vectors of the set's texts, with the encoder; missing ones are encoded, about five milliseconds per
    /// phrasing. Null for lexical matching only.
    /// </param>
    /// <param name="cancellationToken">Stops the encoding.</param>
    public Answerer(
        KnowledgeSet set,
        Thresholds? thresholds = null,
        VectorStore? vectors = null,
        CancellationToken cancellationToken = default)
        : this(set, vectors, thresholds) => Prepare(cancellationToken);

    private Answerer(KnowledgeSet set, VectorStore? vectors, Thresholds? thresholds)
    {
        (Set, _vectors) = (set, vectors);
        _answers = new AnswerFactory(set, new WeakReference<Answerer>(this));
        // TrainingSetFactory and SemanticIndexProvider number the entries in the same order.
        _entries = [.. set.Questions, .. set.Unanswerable, .. set.Withheld];
        Matcher = MatcherTrainer.Train(TrainingSetFactory.Create(set), null);
        // Profiles are created only for entries that some question comes close to.
        _ranker = new CandidateRanker(
            [.. _entries.Select(e => new Lazy<EntryProfile>(() => new EntryProfile(e, Matcher.Vocabulary)))],
            set.Questions.Count,
            AnswerWords.From(set, Matcher.Vocabulary));
        _passages = new PassageRanker(set.Article.Sentences, Matcher.Vocabulary, new QuestionTokenizer());
        // Only questions with a word unknown to the set need it.
        _absences = new Lazy<AbsenceFinder>(() => new AbsenceFinder(set));
        _semantics = vectors is null ? null : new SemanticIndexProvider(set, vectors);
        var model = _semantics is null ? ConfidenceModel.Lexical : ConfidenceModel.Full;
        Thresholds = thresholds ?? set.Thresholds ?? new Thresholds(model.AnswerThreshold, model.OfferThreshold);
    }

    private Answerer(Answerer other, Thresholds thresholds)
    {
        (Set, Thresholds, Matcher, _entries, _ranker) =
            (other.Set, thresholds, other.Matcher, other._entries, other._ranker);
        (_passages, _semantics, _absences, _vectors) =
            (other._passages, other._semantics, other._absences, other._vectors);
        _answers = new AnswerFactory(Set, new WeakReference<Answerer>(this));
    }

    /// <summary>The set.</summary>
    public KnowledgeSet Set { get; }

    /// <summary>The thresholds in use.</summary>
    public Thresholds Thresholds { get; }

    internal Matcher Matcher { get; }

    private double SureConfidence => Math.Max(LexicalConfidence, Thresholds.Answer);

    /// <summary>
    /// Trains on a set without reading its vectors; that is left to <see cref="Prepare"/> or to the first question that
    /// needs the encoder.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="thresholds">Thresholds in place of the set's own, or null.</param>
    /// <param name="vectors">The vectors of the set's texts; null for lexical matching only.</param>
    public static Answerer CreateUnprepared(KnowledgeSet set, Thresholds? thresholds, VectorStore? vectors) =>
        new(set, vectors, thresholds);

    /// <summary>
    /// Encodes the texts whose vectors are missing, about five milliseconds per phrasing; returns at once if none is.
    /// </summary>
    /// <param name="cancellationToken">Stops the encoding; a later call continues from there.</param>
    public void Prepare(CancellationToken cancellationToken) => _semantics?.GetIndex(cancellationToken);

    /// <summary>Creates an answerer with other thresholds that shares the training.</summary>
    public Answerer WithThresholds(Thresholds thresholds) => new(this, thresholds);

    /// <summary>Answers any text. Takes microseconds, or a few milliseconds if the encoder is needed.</summary>
    public Answer Ask(string question) => TryAskLexically(question) ?? AskByMeaning(question);

    /// <summary>Answers a question in microseconds, or returns null if it needs the encoder.</summary>
    public Answer? TryAskLexically(string question)
    {
        if (question.Length > MaxQuestionLength) return _answers.NotUnderstood(question, NotUnderstoodReason.TooLong);
        var scratch = Scratch.Current;
        Matcher.Score(question, scratch);
        var content = QuestionContent.From(scratch.Words);
        if (!content.IsQuestion)
        {
            var reason = IsForeign(question) ? NotUnderstoodReason.OtherLanguage : NotUnderstoodReason.NoWords;
            return (Answer?)TryAnswerSmallTalk(question) ?? _answers.NotUnderstood(question, reason);
        }

        var ranking = Ranking.Current;
        if (Set.Questions.Count > 0)
        {
            if (_semantics is null) _ranker.Rank(scratch, null, ranking);
            else _ranker.RankQuickly(scratch, ranking);
            var confidence = ranking[0].Confidence;
            if (content.IsSingleTopic && confidence < LexicalConfidence
                && IsTopicOfSeveral(scratch.Words, ranking, out var topics))
                return _answers.Ambiguous(question, ranking, topics, []);
            if (IsSure(question, scratch, content, ranking)) return _answers.Answered(question, ranking);
        }

        if (TryAnswerSmallTalk(question) is { } smallTalk) return smallTalk;
        if (IsForeign(question)) return _answers.NotUnderstood(question, NotUnderstoodReason.OtherLanguage);
        if (content.IsNoise) return _answers.NotUnderstood(question, NotUnderstoodReason.UnknownWords);
        if (Set.Questions.Count > 0 && content.IsTopic && IsTopicOfSeveral(scratch.Words, ranking, out var about))
            return _answers.Ambiguous(question, ranking, about, []);
        return _semantics is null ? Decide(question, scratch, ranking, null) : null;
    }

    /// <summary>
    /// Answers a question if its words are enough to be sure, in a few microseconds; otherwise returns null. It is what
    /// <see cref="TryAskLexically"/> answers, without the other outcomes.
    /// </summary>
    public Answer.Answered? TryAnswerSurely(string question)
    {
        if (question.Length > MaxQuestionLength || Set.Questions.Count == 0) return null;
        var scratch = Scratch.Current;
        // Most articles are about something else, which is seen before words are corrected and entries are scored.
        scratch.Read(question);
        if (!_ranker.MayKnow(Matcher.Vocabulary, scratch.Words, SureConfidence)) return null;
        Matcher.Score(question, scratch);
        if (!_ranker.MayReach(scratch, SureConfidence)) return null;
        var content = QuestionContent.From(scratch.Words);
        if (!content.IsQuestion) return null;
        var ranking = Ranking.Current;
        if (_semantics is null) _ranker.Rank(scratch, null, ranking);
        else _ranker.RankQuickly(scratch, ranking);
        return IsSure(question, scratch, content, ranking) ? _answers.Answered(question, ranking) : null;
    }

    /// <summary>Explains an outcome of <see cref="Ask"/>.</summary>
    internal Explanation Explain(Answer answer)
    {
        var question = answer.Question;
        if (question.Length > MaxQuestionLength || Set.Questions.Count == 0) return Explanation.None;
        var scratch = Scratch.Current;
        var corrections = new List<(string Asked, string Read)>();
        Matcher.Score(question, scratch, corrections);
        if (scratch.Words.Tokens.IsEmpty) return Explanation.None;

        var ranking = Ranking.Current;
        var model = ConfidenceModel.Lexical;
        _ranker.Rank(scratch, null, ranking);
        if (_semantics is not null && ranking[0].Confidence < Math.Max(LexicalConfidence, Thresholds.Answer))
        {
            model = ConfidenceModel.Full;
            _ranker.Rank(scratch, MeasureMeaning(question, scratch), ranking);
        }

        var unknown = new List<string>();
        foreach (ref readonly var token in scratch.Words.Tokens)
        {
            if (token.Kind is TokenKind.Unknown or TokenKind.Absent || token.IsDoubtful)
                unknown.Add(token.GetSourceText(question));
        }

        var best = answer is Answer.NotInArticle { Absence: Absence.ListedQuestion(var listed) }
            ? listed
            : _entries[ranking[0].Entry];
        return new Explanation(
            best,
            NearestPhrasing.Find(best, question),
            ranking.Count < 2 ? null : _entries[ranking[1].Entry],
            ranking.Count < 2 ? 0 : ranking[0].Confidence - ranking[1].Confidence,
            [
                .. model.GetParts(ranking[0].Features, HasEvidence(ranking[0].Entry))
                    .OrderByDescending(p => Math.Abs(p.Value)),
            ],
            [.. unknown.Distinct()],
            [.. corrections.Select(r => $"{r.Asked} → {r.Read}")]);
    }

    /// <summary>Finds what comes closest to a question, whatever the outcome of <see cref="Ask"/>.</summary>
    /// <param name="question">The question.</param>
    /// <param name="maxEntries">The most questions.</param>
    /// <param name="maxPassages">The most passages.</param>
    public ClosestMatches FindClosest(string question, int maxEntries, int maxPassages)
    {
        question = WholeCharacters.Truncate(question, MaxQuestionLength);
        var scratch = Scratch.Current;
        Matcher.Score(question, scratch);
        if (scratch.Words.Tokens.IsEmpty) return new ClosestMatches([], [.. Set.Article.Sentences.Take(maxPassages)]);
        var scores = _semantics is null ? null : MeasureMeaning(question, scratch);
        var ranking = Ranking.Current;
        if (Set.Questions.Count > 0) _ranker.Rank(scratch, scores, ranking);
        return new ClosestMatches(
            Set.Questions.Count == 0 ? [] : [.. _answers.ListCandidates(ranking).Take(maxEntries).Select(c => c.Entry)],
            FindPassages(scratch, scores, maxPassages));
    }

    /// <summary>Trains a new answerer on another set with the same encoder and vectors; takes seconds.</summary>
    /// <param name="set">The set.</param>
    /// <param name="thresholds">Thresholds in place of the set's own, or null.</param>
    /// <param name="cancellationToken">Stops the encoding.</param>
    public Answerer TrainOn(KnowledgeSet set, Thresholds? thresholds, CancellationToken cancellationToken) =>
        new(set, thresholds, _vectors, cancellationToken);

    /// <summary>
    /// Ranks the entries for a question by the lexical layer only, into the calling thread's ranking.
    /// </summary>
    internal Ranking RankLexically(string question)
    {
        Matcher.Score(question, Scratch.Current);
        _ranker.Rank(Scratch.Current, null, Ranking.Current);
        return Ranking.Current;
    }

    /// <summary>Ranks the entries by both layers; requires vectors.</summary>
    internal Ranking RankByMeaning(string question)
    {
        var scratch = Scratch.Current;
        Matcher.Score(question, scratch);
        _ranker.Rank(scratch, MeasureMeaning(question, scratch), Ranking.Current);
        return Ranking.Current;
    }

    private bool HasEvidence(int entry) => _entries[entry] is not QuestionEntry { Source: not null };

    private static bool IsForeign(string question) => ForeignLanguageDetector.IsForeign(question);

    private Answer AskByMeaning(string question)
    {
        var scratch = Scratch.Current;
        Matcher.Score(question, scratch);
        var scores = MeasureMeaning(question, scratch);
        var ranking = Ranking.Current;
        if (Set.Questions.Count > 0) _ranker.Rank(scratch, scores, ranking);
        return Decide(question, scratch, ranking, scores);
    }

    private SemanticScores MeasureMeaning(string question, Scratch scratch)
    {
        var scores = SemanticScores.Current;
        _semantics!.GetIndex(CancellationToken.None).Measure(Matcher.GetCorrectedText(question, scratch), scores);
        return scores;
    }

    private Answer Decide(string question, Scratch scratch, Ranking ranking, SemanticScores? scores)
    {
        if (Set.Questions.Count == 0) return _answers.NothingPrepared(question, FindPassages(scratch, scores));

        ref readonly var best = ref ranking[0];
        if (FindAbsence(question, scratch.Words) is { } absence)
            return _answers.NotInArticle(question, ranking, absence, FindPassages(scratch, scores));
        var isPronounOnly = IsPronounOnly(question, QuestionContent.From(scratch.Words));
        if (best.Confidence >= Thresholds.Answer && !isPronounOnly) return _answers.Answered(question, ranking);
        var refusal = scores is null ? ConfidenceModel.LexicalUnanswerable : ConfidenceModel.FullUnanswerable;
        if (ranking.HasUnanswerable && ranking.Unanswerable.Confidence >= refusal.AnswerThreshold
            && _entries[ranking.Unanswerable.Entry] is UnanswerableEntry listed)
            return _answers.NotInArticle(question, ranking, new Absence.ListedQuestion(listed), [listed.Nearest]);

        var passages = FindPassages(scratch, scores);
        // This says nothing about the article, so it needs no more certainty than the closest question.
        if (ranking.HasUnanswerable && ranking.Unanswerable.Confidence >= Math.Max(Thresholds.Offer, best.Confidence)
            && _entries[ranking.Unanswerable.Entry] is WithheldEntry withheld)
            return _answers.Withheld(question, ranking, withheld, passages);

        if (ranking.Count > 1 && (isPronounOnly || IsTie(ranking)))
            return _answers.Ambiguous(question, ranking, _answers.GetSuggestions(ranking, null), [passages[0]]);
        var closest = best.Confidence >= Thresholds.Offer ? Set.Questions[best.Entry] : null;
        return _answers.NoPreparedAnswer(question, ranking, closest, passages);
    }

    private bool IsSure(string question, Scratch scratch, QuestionContent content, Ranking ranking) =>
        ranking[0].Confidence >= SureConfidence
        && !IsPronounOnly(question, content)
        && FindAbsence(question, scratch.Words) is null;

    private static bool IsPronounOnly(string question, QuestionContent content) =>
        content.IsGrammarOnly && PronounDetector.IsAboutPronounOnly(question);

    private Absence? FindAbsence(string question, QuestionTokenizer words)
    {
        foreach (ref readonly var token in words.Tokens)
        {
            if (token.Kind is TokenKind.Unknown or TokenKind.Absent) return _absences.Value.Find(question, words);
        }

        return null;
    }

    private bool IsTopicOfSeveral(QuestionTokenizer words, Ranking ranking, out IReadOnlyList<Suggestion> topics)
    {
        topics = ListUsingAll(words, ranking);
        return topics.Count > 1;
    }

    private bool IsTie(Ranking ranking) =>
        ranking[0].Confidence >= Thresholds.Offer
        && ranking[1].Confidence >= Math.Max(Thresholds.Offer, TieRatio * ranking[0].Confidence);

    private Answer.SmallTalk? TryAnswerSmallTalk(string question) =>
        SmallTalkDetector.Detect(question) is { } kind ? _answers.SmallTalk(question, kind) : null;

    private List<Suggestion> ListUsingAll(QuestionTokenizer words, Ranking ranking)
    {
        var about = new List<Suggestion>(Answer.MaxSuggestions);
        for (var rank = 0; rank < ranking.Count && about.Count < Answer.MaxSuggestions; rank++)
        {
            if (_ranker.UsesAll(ranking[rank].Entry, words)) about.Add(_answers.ToSuggestion(ranking[rank]));
        }

        return about;
    }

    // Without the headline, which the reply names anyway.
    private List<Passage> FindPassages(Scratch scratch, SemanticScores? scores, int max = Answer.MaxPassages)
    {
        var sentences = Set.Article.Sentences;
        var headline = Set.Article.Paragraphs[0].Span.End;
        IEnumerable<Passage> ranked = scores is null
            ? _passages.Find(scratch.Words.Tokens)
            : sentences.Zip(scores.Sentences.ToArray()).OrderByDescending(s => s.Second).Select(s => s.First);
        List<Passage> found = [.. ranked.Where(s => s.Span.Start >= headline).Take(max)];
        return found.Count > 0 ? found : [sentences[sentences.Count > 1 ? 1 : 0]];
    }
}
