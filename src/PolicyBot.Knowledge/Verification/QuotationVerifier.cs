using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Verification;

/// <summary>
/// Compares quotations with an article, word for word. It judges wording, never truth. Deterministic; safe for many
/// threads.
/// </summary>
public sealed class QuotationVerifier
{
    /// <summary>The most UTF-16 code units of a message that is checked.</summary>
    public const int MaxLength = 4000;

    /// <summary>The most quotations of one message that are checked.</summary>
    public const int MaxQuotations = 3;

    // A quotation of fewer of the article's words is one that it doesn't have.
    private const double LeastSharedWords = 0.5;

    // A message with so much of one passage is a quotation as a whole, whatever quotation marks it has inside.
    private const double WholeSharedWords = 0.8;

    // Shorter parts occur in many places by chance.
    private const int LeastPartWords = 4;
    private const int MaxParts = 3;

    // Parts of one sentence, or so close to each other, aren't joined from two places: words are missing.
    private const int MaxMissingWords = 8;

    private static readonly char[] Spaces = [' ', '\n', '\u00A0'];

    private static readonly HashSet<string> Negations =
        new(WordLists.ReadWords("negations").Append("cannot"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Conditions =
        new(WordLists.ReadWords("conditions"), StringComparer.OrdinalIgnoreCase);

    private readonly Article _article;
    private readonly List<VerbatimToken> _tokens;
    private readonly SpeakerFinder _speakers;
    private readonly ClosestSentence _closest;

    /// <summary>Prepares an article.</summary>
    public QuotationVerifier(KnowledgeSet set)
    {
        _article = set.Article;
        _tokens = VerbatimTokenizer.Split(_article.Body);
        _speakers = new SpeakerFinder(set);
        _closest = new ClosestSentence(_article);
    }

    /// <summary>Checks the quotations of a message, or all of it if it marks none.</summary>
    /// <param name="message">The message; at most <see cref="MaxLength"/> code units.</param>
    /// <returns>A verdict for each quotation, at most <see cref="MaxQuotations"/>; empty if it has no words.</returns>
    /// <exception cref="ArgumentException">The message is too long.</exception>
    public IReadOnlyList<QuotationVerdict> Verify(string message)
    {
        if (message.Length > MaxLength)
            throw new ArgumentException($"The message is longer than {MaxLength} characters.", nameof(message));
        var whole = new ClaimedQuotation(message.Trim(), "", "");
        if (!HasWords(whole.Text)) return [];
        var marked = QuotationSplitter.Split(message).Where(q => HasWords(q.Text)).Take(MaxQuotations).ToList();
        if (marked.Count == 0 || IsQuotationAsAWhole(whole.Text, marked)) return [Verify(whole)];
        return [.. marked.Select(Verify)];
    }

    private static bool HasWords(string text) => CountWords(text) > 0;

    private static int CountWords(string text) => VerbatimTokenizer.Split(text).Count(t => t.IsWord);

    // A sentence of the article may be given as it is, with the quotation marks that it has inside.
    private bool IsQuotationAsAWhole(string message, List<ClaimedQuotation> marked)
    {
        var isOnlyMarked = marked is [var only] && !HasWords(only.Before) && !HasWords(only.After);
        if (isOnlyMarked) return false;
        var tokens = TrimEnds(VerbatimTokenizer.Split(message));
        if (FindAll(tokens, 0, tokens.Count).Any()) return true;
        var isMostlyMarked = 2 * marked.Sum(q => CountWords(q.Text)) >= CountWords(message);
        if (isMostlyMarked && marked.Exists(q => _speakers.FindClaimed(q) is not null)) return false;
        var (words, shared) = (CountWords(message), CountShared(message));
        if (shared < WholeSharedWords * words) return false;
        // The words around the marked ones must be the article's too, and not the writer's.
        var around = words - marked.Sum(q => CountWords(q.Text));
        return 2 * (shared - marked.Sum(q => CountShared(q.Text))) >= around;
    }

    private int CountShared(string text)
    {
        var tokens = TrimEnds(VerbatimTokenizer.Split(text));
        return (int)Math.Round(SharedWords(tokens, WordAligner.Align(tokens, _tokens)) * tokens.Count(t => t.IsWord));
    }

    private QuotationVerdict Verify(ClaimedQuotation quotation)
    {
        var parts = SplitAtEllipses(VerbatimTokenizer.Split(quotation.Text));
        var found = FindInOrder(parts);
        if (found is null)
            return (QuotationVerdict?)FindJoined(quotation, parts) ?? CompareWithClosest(quotation, parts);
        var span = new TextSpan(_tokens[found[0].Start].Span.Start, _tokens[found[^1].End - 1].Span.End);
        if (found.Count > 1 && !IsInOneParagraph(span)) return CreateJoined(quotation, found);
        return (QuotationVerdict?)FindCut(quotation, found, span) ?? JudgeSpeaker(quotation, found, span);
    }

    private QuotationVerdict JudgeSpeaker(
        ClaimedQuotation quotation, List<(int Start, int End)> found, TextSpan span)
    {
        var speaker = _speakers.FindQuote(span)?.Speaker;
        var claimed = _speakers.FindClaimed(quotation);
        var isAuthor = claimed is not null && _article.Author is { } author && _speakers.IsSameSpeaker(claimed, author);
        var isRight = claimed is null
            || (speaker is null ? isAuthor : _speakers.IsSameSpeaker(claimed, speaker));
        if (!isRight)
            return new QuotationVerdict.WrongSpeaker(Slice(span), claimed!, speaker) { Quotation = quotation.Text };
        var passage = Slice(span);
        var difference = new SurfaceDifference(quotation.Text, passage.Text);
        return new QuotationVerdict.Verbatim(passage, speaker)
        {
            Quotation = quotation.Text,
            HasOtherQuotationMarks = found.Count == 1 && difference.HasOtherQuotationMarks,
            HasOtherDashes = found.Count == 1 && difference.HasOtherDashes,
            HasOtherSpaces = found.Count == 1 && difference.HasOtherSpaces,
            IsShortened = found.Count > 1,
        };
    }

    // The parts between ellipses, each without the punctuation at its ends.
    private static List<List<VerbatimToken>> SplitAtEllipses(List<VerbatimToken> tokens)
    {
        var parts = new List<List<VerbatimToken>> { new() };
        foreach (var token in tokens)
        {
            if (token.IsEllipsis) parts.Add([]);
            else parts[^1].Add(token);
        }

        return [.. parts.Select(TrimEnds).Where(p => p.Exists(t => t.IsWord))];
    }

    private static List<VerbatimToken> TrimEnds(List<VerbatimToken> tokens)
    {
        var start = tokens.FindIndex(t => !t.IsNeutralAtEnds);
        return start < 0 ? [] : tokens[start..(tokens.FindLastIndex(t => !t.IsNeutralAtEnds) + 1)];
    }

    private IEnumerable<int> FindAll(List<VerbatimToken> part, int from, int count)
    {
        for (var at = 0; at + count <= _tokens.Count; at++)
        {
            var i = 0;
            while (i < count && part[from + i].Matches(_tokens[at + i], ignoreCase: from + i == 0)) i++;
            if (i == count) yield return at;
        }
    }

    // Where the parts are in the article: each after the one before, as close as possible; null if one isn't there.
    private List<(int Start, int End)>? FindInOrder(List<List<VerbatimToken>> parts)
    {
        List<(int Start, int End)>? best = null;
        foreach (var first in FindAll(parts[0], 0, parts[0].Count))
        {
            var found = new List<(int Start, int End)> { (first, first + parts[0].Count) };
            foreach (var part in parts.Skip(1))
            {
                var places = FindAll(part, 0, part.Count).ToList();
                if (places.Count == 0) return null;
                var next = places.Find(p => p >= found[^1].End);
                if (next < found[^1].End) next = places[0];
                found.Add((next, next + part.Count));
            }

            if (best is null || LengthOf(found) < LengthOf(best)) best = found;
        }

        return best is not null && best.Zip(best.Skip(1)).Any(p => p.Second.Start < p.First.End) && parts.Count == 1
            ? null
            : best;

        static int LengthOf(List<(int Start, int End)> found) =>
            found[^1].End >= found[0].Start ? found[^1].End - found[0].Start : int.MaxValue;
    }

    private bool IsInOneParagraph(TextSpan span) =>
        span.End > span.Start
        && _article.Paragraphs.Any(p => p.Span.Start <= span.Start && span.End <= p.Span.End);

    private QuotationVerdict.Joined CreateJoined(ClaimedQuotation quotation, List<(int Start, int End)> found) =>
        new([.. found.Select(f => Slice(f.Start, f.End))]) { Quotation = quotation.Text };

    private QuotationVerdict.Cut? FindCut(ClaimedQuotation quotation, List<(int Start, int End)> found, TextSpan span)
    {
        foreach (var (before, after) in found.Zip(found.Skip(1)))
        {
            if (after.Start <= before.End) continue;
            var kinds = new List<CutKind>();
            var omitted = _tokens.GetRange(before.End, after.Start - before.End).Where(t => t.IsWord).ToList();
            if (omitted.Exists(IsNegation)) kinds.Add(CutKind.Negation);
            if (omitted.Exists(t => Conditions.Contains(t.Text))) kinds.Add(CutKind.Condition);
            if (ChangesSpeaker(before, after)) kinds.Add(CutKind.Speaker);
            if (kinds.Count == 0) continue;
            return new QuotationVerdict.Cut(Slice(span), Slice(before.End, after.Start), kinds)
            {
                Quotation = quotation.Text,
            };
        }

        return null;
    }

    private bool ChangesSpeaker((int Start, int End) before, (int Start, int End) after)
    {
        var (first, second) = (FindSpeaker(before), FindSpeaker(after));
        if (first is not null && second is not null && first != second) return true;
        // Where a quotation inside the article begins or ends, somebody else goes on.
        // Marks right next to the words that are kept are kept with them.
        var between = _article.Body[_tokens[before.End - 1].Span.End.._tokens[after.Start].Span.Start];
        var (start, end) = (between.IndexOfAny(Spaces), between.LastIndexOfAny(Spaces));
        var omitted = start < 0 ? "" : between[start..end];
        if (omitted.Count(c => c == '“') != omitted.Count(c => c == '”')) return true;
        return _tokens.GetRange(before.End, after.Start - before.End)
            .Exists(t => t.IsWord && SpeakerFinder.IsSpeechVerb(t.Text));

        string? FindSpeaker((int Start, int End) part) =>
            _speakers.FindQuote(Slice(part.Start, part.End).Span)?.Speaker;
    }

    private static bool IsNegation(VerbatimToken token) =>
        Negations.Contains(token.Text) || token.Text.EndsWith("n't", StringComparison.OrdinalIgnoreCase);

    // A quotation without an ellipsis that consists of two or three pieces of the article from different places.
    private QuotationVerdict.Joined? FindJoined(ClaimedQuotation quotation, List<List<VerbatimToken>> parts)
    {
        if (parts.Count != 1) return null;
        var words = parts[0];
        var found = new List<(int Start, int End)>();
        for (var at = 0; at < words.Count;)
        {
            if (found.Count == MaxParts) return null;
            var (start, length) = FindLongest(words, at);
            if (words.GetRange(at, length).Count(t => t.IsWord) < LeastPartWords) return null;
            found.Add((start, start + length));
            at += length;
            // Punctuation between the pieces is the writer's.
            while (at < words.Count && words[at].IsNeutralAtEnds) at++;
        }

        return found.Count > 1 && found.Zip(found.Skip(1)).Any(p => AreApart(p.First, p.Second))
            ? CreateJoined(quotation, found)
            : null;
    }

    private (int Start, int Length) FindLongest(List<VerbatimToken> words, int from)
    {
        var (best, longest) = (0, 0);
        for (var at = 0; at < _tokens.Count; at++)
        {
            var length = 0;
            while (from + length < words.Count && at + length < _tokens.Count
                && words[from + length].Matches(_tokens[at + length], ignoreCase: length == 0)) length++;
            if (length > longest) (best, longest) = (at, length);
        }

        return (best, longest);
    }

    private bool AreApart((int Start, int End) first, (int Start, int End) second)
    {
        if (second.Start < first.End) return true;
        var isOneSentence = _article.Sentences.Any(s =>
            s.Span.Start <= _tokens[first.End - 1].Span.Start && _tokens[second.Start].Span.End <= s.Span.End);
        return !isOneSentence
            && _tokens.GetRange(first.End, second.Start - first.End).Count(t => t.IsWord) > MaxMissingWords;
    }

    private QuotationVerdict CompareWithClosest(ClaimedQuotation quotation, List<List<VerbatimToken>> parts)
    {
        var edits = new List<TextEdit>();
        var (start, end) = (int.MaxValue, 0);
        var (shared, total) = (0.0, 0);
        foreach (var part in parts)
        {
            var pairs = WordAligner.Align(part, _tokens);
            var words = part.Count(t => t.IsWord);
            shared += SharedWords(part, pairs) * words;
            total += words;
            edits.AddRange(EditList.Create(quotation.Text, part, _article.Body, _tokens, pairs));
            foreach (var (_, original) in pairs)
            {
                if (original < 0) continue;
                start = Math.Min(start, original);
                end = Math.Max(end, original + 1);
            }
        }

        if (end > start && shared / total >= LeastSharedWords)
        {
            return new QuotationVerdict.Altered(Slice(start, end), edits, EditList.FindFacts(edits))
            {
                Quotation = quotation.Text,
            };
        }

        var closest = _closest.Find(quotation.Text);
        return new QuotationVerdict.NotFound(closest, closest is null ? [] : FindFacts(quotation, parts, closest))
        {
            Quotation = quotation.Text,
        };
    }

    private static IReadOnlyList<FactDifference> FindFacts(
        ClaimedQuotation quotation, List<List<VerbatimToken>> parts, Passage closest)
    {
        var tokens = VerbatimTokenizer.Split(closest.Text);
        return [.. parts.SelectMany(part => EditList.FindFacts(
            EditList.Create(quotation.Text, part, closest.Text, tokens, WordAligner.Align(part, tokens))))];
    }

    // The share of the quotation's words that the article has in the same place.
    private double SharedWords(List<VerbatimToken> quoted, List<(int Quoted, int Original)> pairs)
    {
        var words = quoted.Count(t => t.IsWord);
        var same = pairs.Count(p => p.Quoted >= 0 && p.Original >= 0 && quoted[p.Quoted].IsWord
            && quoted[p.Quoted].Matches(_tokens[p.Original], ignoreCase: p.Quoted == 0));
        return words == 0 ? 0 : (double)same / words;
    }

    private Passage Slice(int start, int end) =>
        Slice(new TextSpan(_tokens[start].Span.Start, _tokens[Math.Max(start, end - 1)].Span.End));

    // With the other mark of a pair of quotation marks, if only one of them is inside.
    private Passage Slice(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        var text = _article.Body[start..end];
        var opening = text.Count(c => c == '“');
        var closing = text.Count(c => c == '”');
        if (closing > opening && start > 0 && _article.Body[start - 1] == '“') start--;
        while (opening > closing && end < _article.Body.Length && !char.IsWhiteSpace(_article.Body[end]))
        {
            if (_article.Body[end++] != '”') continue;
            opening--;
        }

        return new Passage(_article.Body[start..end], new TextSpan(start, end));
    }
}
