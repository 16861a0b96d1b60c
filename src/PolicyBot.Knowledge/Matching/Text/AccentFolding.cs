namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>
/// Maps accented Latin letters (Unicode's Latin-1 Supplement and Latin Extended-A) to plain ones. Uses a table, because
/// the runtime's own decomposition needs a system library that may be missing.
/// </summary>
internal static class AccentFolding
{
    private const int First = 0xC0;

    private const string Plain =
        "AAAAAAACEEEEIIII" + "DNOOOOO×OUUUUYTs" + "aaaaaaaceeeeiiii" + "dnooooo÷ouuuuyty" // U+00C0 to U+00FF
        + "AaAaAaCcCcCcCcDd" + "DdEeEeEeEeEeGgGg" + "GgGgHhHhIiIiIiIi" + "IiJjJjKkkLlLlLlL" // U+0100 to U+013F
        + "lLlNnNnNnnNnOoOo" + "OoOoRrRrRrSsSsSs" + "SsTtTtTtUuUuUuUu" + "UuUuWwYyYZzZzZzs"; // U+0140 to U+017F

    /// <summary>Gets the letter without its accent, or the character itself.</summary>
    public static char Fold(char c) => c >= First && c - First < Plain.Length ? Plain[c - First] : c;
}
