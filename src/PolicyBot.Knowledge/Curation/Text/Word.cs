namespace PolicyBot.Knowledge.Curation.Text;

/// <summary>A word of a sentence.</summary>
/// <param name="Text">As it is written, without marks around it.</param>
/// <param name="StartsSentence">Whether a sentence or a quotation begins with it, so that its capital tells nothing.</param>
internal readonly record struct Word(string Text, bool StartsSentence)
{
    /// <summary>The word in small letters, with one kind of apostrophe and without a possessive's ending.</summary>
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
