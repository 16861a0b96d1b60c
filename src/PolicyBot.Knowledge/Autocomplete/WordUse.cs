namespace PolicyBot.Knowledge.Autocomplete;

/// <summary>How a text uses a word.</summary>
/// <param name="Text">The text's number.</param>
/// <param name="Place">The word's first place in the text itself, from 0; -1 where only its other wordings use it.</param>
/// <param name="Share">The share of its other wordings that use it, 0 to 1.</param>
internal readonly record struct WordUse(int Text, int Place, float Share);
