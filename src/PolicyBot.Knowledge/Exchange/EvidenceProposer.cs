using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Matching;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Proposes passages of the article as evidence; a person must check them.</summary>
internal sealed class EvidenceProposer
{
    // Nobody reads more sentences than these.
    private const int MaxSentences = 4;

    private readonly Article _article;
    private readonly EvidenceNameRule _names;
    private readonly Vocabulary _vocabulary;
    private readonly PassageRanker _ranker;
    private readonly QuestionTokenizer _tokenizer = new();
    private readonly FoldedText _foldedBody;

    /// <summary>Prepares to propose sentences of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="names">The rule for names and numbers, with the known names.</param>
    public EvidenceProposer(Article article, EvidenceNameRule names)
    {
        (_article, _names) = (article, names);
        var texts = article.Sentences.Select(s => s.Text).ToList();
        _vocabulary = new Vocabulary(new TrainingSet([], [], texts), correctSpelling: false);
        _ranker = new PassageRanker(article.Sentences, _vocabulary, _tokenizer);
        _foldedBody = new FoldedText(article.Body, TextDifferences.All);
    }

    /// <summary>Whether a text is in the article, to the letter and in whole words.</summary>
    public bool IsVerbatim(string text) => WholeWords.FindAll(_article.Body, text).Count > 0;

    /// <summary>
    /// Finds the article's own characters for a text that differs only in quotation marks, dashes, spaces, case or
    /// accents; null if there are none.
    /// </summary>
    public string? FindVerbatim(string text) =>
        _foldedBody.Find(new FoldedText(text, TextDifferences.All)) is { } found && IsVerbatim(found) ? found : null;

    /// <summary>
    /// Finds the sentences of the article that come closest to an answer: the best one, and those with the names and
    /// numbers that it lacks.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="answer">The sentence of the answer, or an empty text.</param>
    /// <returns>At least one and at most four; the article's first sentence if none shares a word.</returns>
    public IReadOnlyList<string> Propose(string question, string answer)
    {
        _tokenizer.Read($"{answer} {question}");
        _vocabulary.Resolve(_tokenizer);
        var ranked = _ranker.Find(_tokenizer.Tokens).Select(s => Shorten(s.Text)).ToList();
        if (ranked.Count == 0) return [Shorten(GetFirst().Text)];
        List<string> proposed = [ranked[0]];
        while (proposed.Count < MaxSentences && _names.FindMissing(answer, proposed) is { Count: > 0 } missing)
        {
            var better = ranked.Find(s => _names.FindMissing(answer, [.. proposed, s]).Count < missing.Count);
            if (better is null) break;
            proposed.Add(better);
        }

        return proposed;
    }

    /// <summary>Finds the names and numbers of a sentence that its evidence lacks.</summary>
    public IReadOnlyList<string> FindMissingNames(string sentence, IReadOnlyList<string> evidence) =>
        _names.FindMissing(sentence, evidence);

    private Passage GetFirst() =>
        _article.Sentences.FirstOrDefault(s => s.Span.Start >= _article.Paragraphs[0].Span.End)
        ?? _article.Sentences[0];

    // The words of a sentence up to the maximum length of evidence.
    private static string Shorten(string sentence)
    {
        if (sentence.Length <= Limits.Evidence) return sentence;
        var end = sentence.LastIndexOf(' ', Limits.Evidence);
        return sentence[..(end > 0 ? end : Limits.Evidence)].TrimEnd();
    }
}
