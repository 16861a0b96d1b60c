namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>A word of a sentence.</summary>
/// <param name="Text">The word as written, without punctuation around it.</param>
/// <param name="StartsSentence">Whether it begins a sentence or a quotation, so that its capital says nothing.</param>
internal readonly record struct Word(string Text, bool StartsSentence)
{
    /// <summary>The word in lower case, with straight apostrophes and without a possessive ending.</summary>
    public string Key
    {
        get
        {
            var key = Text.Replace('’', '\'').ToLowerInvariant();
            return key.EndsWith("'s", StringComparison.Ordinal) ? key[..^2] : key;
        }
    }

    public bool HasDigit => Text.Any(char.IsDigit);

    public int Capitals => Text.Count(char.IsUpper);
}
