namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>How a text uses a word.</summary>
/// <param name="Text">The text's index.</param>
/// <param name="Place">The word's first position in the text, from 0; -1 if only its other wordings use it.</param>
/// <param name="Share">The share of the other wordings that use it, 0 to 1.</param>
internal readonly record struct WordUse(int Text, int Place, float Share);
