namespace PolicyBot.Knowledge.Drafting.Language;

/// <summary>What form of what verb a word is.</summary>
/// <param name="Base">The verb's base form.</param>
/// <param name="Tense">The form.</param>
internal sealed record VerbForm(string Base, VerbTense Tense);
