using System.Runtime.InteropServices;

namespace PolicyBot.Knowledge.Matching;

/// <summary>
/// Finds the signatures that may be near a new one, so that not each is compared with each. Not thread-safe.
/// </summary>
internal sealed class SignatureIndex
{
    private readonly List<QuestionSignature> _signatures = [];
    private readonly List<int> _withoutKeywords = [];
    private readonly Dictionary<string, List<int>> _byKeyword = new(StringComparer.Ordinal);

    // A word, and those that differ from it by a typo.
    private readonly Dictionary<string, List<string>> _alike = new(StringComparer.Ordinal);

    // A typo changes neither the first letter nor the length by more than one.
    private readonly Dictionary<(char First, int Length), List<string>> _byShape = [];
    private int[] _hits = [];

    /// <summary>Adds a signature; the first one has number 0.</summary>
    public void Add(QuestionSignature signature)
    {
        var number = _signatures.Count;
        _signatures.Add(signature);
        if (signature.Keywords.Count == 0) _withoutKeywords.Add(number);
        foreach (var keyword in signature.Keywords)
        {
            if (!_byKeyword.TryGetValue(keyword, out var numbers))
            {
                _byKeyword.Add(keyword, numbers = []);
                AddWord(keyword);
            }

            numbers.Add(number);
        }
    }

    /// <summary>
    /// Finds the nearest signature that asks much the same; the first of several. Returns −1 if there is none.
    /// </summary>
    public int FindNearest(QuestionSignature signature)
    {
        var nearest = -1;
        (int Extra, int Typos)? shortest = null;
        foreach (var number in FindCandidates(signature))
        {
            if (_signatures[number].GetDistance(signature) is not { } distance) continue;
            if (shortest is not null && distance.CompareTo(shortest.Value) >= 0) continue;
            (nearest, shortest) = (number, distance);
        }

        return nearest;
    }

    // In order. Each word of the shorter of two near signatures is in the longer one, or is a typo of one there.
    private List<int> FindCandidates(QuestionSignature signature)
    {
        var keywords = signature.Keywords;
        if (keywords.Count == 0) return _withoutKeywords;
        if (_hits.Length < _signatures.Count) _hits = new int[Math.Max(_signatures.Count, 2 * _hits.Length)];
        Array.Clear(_hits);
        List<int> hit = [];
        foreach (var keyword in keywords)
        {
            foreach (var word in ListAlike(keyword).Prepend(keyword))
            {
                if (!_byKeyword.TryGetValue(word, out var numbers)) continue;
                foreach (var number in CollectionsMarshal.AsSpan(numbers))
                {
                    if (_hits[number]++ == 0) hit.Add(number);
                }
            }
        }

        hit.RemoveAll(n => _hits[n] < Math.Min(keywords.Count, _signatures[n].Keywords.Count));
        hit.Sort();
        return hit;
    }

    private List<string> ListAlike(string word)
    {
        if (_alike.TryGetValue(word, out var known)) return known;
        List<string> alike = [];
        if (word.Length == 0) return alike;
        for (var length = word.Length - 1; length <= word.Length + 1; length++)
        {
            if (!_byShape.TryGetValue((word[0], length), out var words)) continue;
            foreach (var other in words)
            {
                if (QuestionSignature.IsTypo(word, other)) alike.Add(other);
            }
        }

        return alike;
    }

    private void AddWord(string word)
    {
        var alike = ListAlike(word);
        foreach (var other in alike) _alike[other].Add(word);
        _alike[word] = alike;
        if (word.Length == 0) return;
        ref var words =
            ref CollectionsMarshal.GetValueRefOrAddDefault(_byShape, (word[0], word.Length), out _);
        (words ??= []).Add(word);
    }
}
