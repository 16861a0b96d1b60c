using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicyBot.Knowledge.Curation.Writing;

/// <summary>Writes texts as YAML scalars that <see cref="Yaml.YamlReader"/> reads back unchanged.</summary>
internal static class YamlText
{
    // Breaks that YAML sees in a plain text or a block.
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\n\r\u0085\u2028\u2029");

    // Characters without a meaning to YAML, wherever they are in a text.
    private static readonly SearchValues<char> Plain = SearchValues.Create(" .;/()’“”‘–—…$+=_");

    /// <summary>Formats a text as a scalar: plain if no reader can misunderstand it, otherwise quoted.</summary>
    /// <param name="text">The text; trimmed, not empty.</param>
    public static string Format(string text) => IsPlain(text, isInList: false) ? text : Quote(text);

    /// <summary>Formats texts as a list on one line.</summary>
    /// <param name="texts">The texts; trimmed, not empty.</param>
    public static string FormatList(IEnumerable<string> texts) =>
        $"[{string.Join(", ", texts.Select(t => IsPlain(t, isInList: true) ? t : Quote(t)))}]";

    /// <summary>Whether a text can be a line of a literal block.</summary>
    /// <param name="text">The text; trimmed, not empty.</param>
    public static bool FitsBlock(string text) => !text.AsSpan().ContainsAny(Breaks);

    private static bool IsPlain(string text, bool isInList)
    {
        if (!char.IsLetterOrDigit(text[0])) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            // These have a meaning only at the start, or in a list.
            var isInner = character is '-' or '\'' or '?' or '!' or '%' or '&' || (character == ',' && !isInList);
            if (!char.IsLetterOrDigit(character) && !isInner && !Plain.Contains(character)) return false;
        }

        return true;
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 8).Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (character == '\n') quoted.Append("\\n");
            else if (NeedsEscape(character))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    // Surrogates come in pairs, which YAML reads as they are.
    private static bool NeedsEscape(char character) =>
        Breaks.Contains(character) || character is '\uFEFF' or >= '\uFFFE' || char.IsControl(character);
}
