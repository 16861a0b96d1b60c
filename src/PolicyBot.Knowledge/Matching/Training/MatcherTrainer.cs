namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>Trains matchers.</summary>
internal static class MatcherTrainer
{
    /// <summary>Trains a matcher. The same set and options always give the same matcher.</summary>
    /// <param name="set">The phrasings, names and texts to train on.</param>
    /// <param name="options">The options, or null for the defaults.</param>
    public static Matcher Train(TrainingSet set, MatcherOptions? options = null)
    {
        options ??= new MatcherOptions();
        var vocabulary = new Vocabulary(set, options.CorrectSpelling);
        return new Matcher(options, vocabulary, LayerTrainer.Train(set, vocabulary, options), set.Phrasings.Count);
    }
}
