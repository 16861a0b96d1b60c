namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Finds patterns of phrases in a question as the longest matching sequence of words. The words of a pattern are
/// separated by spaces; "a/b" is a choice of words, "-" is no word, and "a_b" is one choice of two words. Words are
/// compared as typed.
/// </summary>
internal sealed class PhrasePatterns
{
    // The maximum number of states that the words read so far may have reached; far fewer are in use.
    private const int MaxOpen = 256;
    private const int Start = 0;

    private readonly QuestionTokenizer _reader = new();
    private readonly HashIndex _steps = new();
    private readonly List<List<int>> _targets = [];
    private readonly List<bool> _isEnd = [false];

    /// <param name="patterns">The patterns.</param>
    public PhrasePatterns(IEnumerable<string> patterns)
    {
        foreach (var pattern in patterns) Add(pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The maximum number of words of a phrase.</summary>
    public int Longest { get; private set; }

    /// <summary>Finds the length in words of the longest phrase that begins at a word; 0 if there is none.</summary>
    /// <param name="words">The question.</param>
    /// <param name="from">The index of the first word.</param>
    /// <param name="to">The exclusive end of the words to search.</param>
    public int Find(QuestionTokenizer words, int from, int to)
    {
        // Most words begin no phrase.
        if (from == to || _steps.Find(GetStep(Start, words.Tokens[from].TypedKey)) < 0) return 0;
        return Follow(words, from, to);
    }

    private int Follow(QuestionTokenizer words, int from, int to)
    {
        Span<int> open = stackalloc int[MaxOpen];
        Span<int> next = stackalloc int[MaxOpen];
        open[0] = Start;
        var (count, length) = (1, 0);
        for (var at = from; at < to && count > 0; at++)
        {
            var key = words.Tokens[at].TypedKey;
            var reached = 0;
            foreach (var place in open[..count])
            {
                var step = _steps.Find(GetStep(place, key));
                if (step < 0) continue;
                foreach (var target in _targets[step])
                {
                    if (reached == MaxOpen || next[..reached].Contains(target)) continue;
                    next[reached++] = target;
                    if (_isEnd[target]) length = at + 1 - from;
                }
            }

            count = reached;
            next[..reached].CopyTo(open);
        }

        return length;
    }

    private static ulong GetStep(int place, ulong key) => Hash.Combine((ulong)place + 1, key, 'f');

    private void Add(string[] slots)
    {
        List<int> places = [Start];
        var length = 0;
        foreach (var slot in slots)
        {
            var choices = slot.Split('/');
            var place = NewPlace();
            length += choices.Where(c => c != "-").Max(choice => AddChoice(places, choice, place));
            // If a slot is optional, the next one may follow the previous one.
            places = choices.Contains("-") ? [.. places, place] : [place];
        }

        Longest = Math.Max(Longest, length);
        foreach (var place in places.Where(p => p != Start)) _isEnd[place] = true;
    }

    private int NewPlace()
    {
        _isEnd.Add(false);
        return _isEnd.Count - 1;
    }

    private int AddChoice(List<int> from, string choice, int to)
    {
        _reader.Read(choice.Replace('_', ' '));
        var keys = _reader.Tokens.ToArray().Select(t => t.TypedKey).ToList();
        for (var i = 0; i < keys.Count; i++)
        {
            var target = i == keys.Count - 1 ? to : NewPlace();
            foreach (var place in from) AddStep(place, keys[i], target);
            from = [target];
        }

        return keys.Count;
    }

    private void AddStep(int place, ulong key, int target)
    {
        var id = _steps.Add(GetStep(place, key));
        if (id == _targets.Count) _targets.Add([]);
        if (!_targets[id].Contains(target)) _targets[id].Add(target);
    }
}
