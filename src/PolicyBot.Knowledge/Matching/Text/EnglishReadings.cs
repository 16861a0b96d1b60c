namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// What English makes of the words of a question, found once per word, however many sets the question is asked of. Not
/// thread-safe.
/// </summary>
internal sealed class EnglishReadings
{
    private readonly List<Reading> _readings = [];

    /// <summary>Forgets all words.</summary>
    public void Clear() => _readings.Clear();

    /// <summary>Whether a word is an English word or a proper name.</summary>
    /// <param name="key">The hash of the word, as typed.</param>
    /// <param name="word">The word.</param>
    public bool IsEnglish(ulong key, ReadOnlySpan<char> word) => Find(key, word).IsEnglish;

    /// <summary>Corrects a word that isn't English; null if it is no typo of a common English word.</summary>
    /// <inheritdoc cref="IsEnglish"/>
    public string? Correct(ulong key, ReadOnlySpan<char> word)
    {
        var reading = Find(key, word);
        if (reading.IsCorrected) return reading.Correction;
        (reading.IsCorrected, reading.Correction) = (true, EnglishSpelling.Correct(word));
        return reading.Correction;
    }

    private Reading Find(ulong key, ReadOnlySpan<char> word)
    {
        foreach (var known in _readings)
        {
            if (known.Key == key) return known;
        }

        var reading = new Reading(key, EnglishLexicon.IsWord(word) || EnglishLexicon.IsProperName(word));
        _readings.Add(reading);
        return reading;
    }

    private sealed class Reading(ulong key, bool isEnglish)
    {
        public ulong Key => key;

        public bool IsEnglish => isEnglish;

        public bool IsCorrected { get; set; }

        public string? Correction { get; set; }
    }
}
