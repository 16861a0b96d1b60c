using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>
/// Writes characters that XML can't have as _xHHHH_, as workbooks do, and texts that look like that with _x005F_ for
/// their first character.
/// </summary>
internal static partial class XlsxText
{
    public static string Encode(string text)
    {
        var escaped = EscapeForm().Replace(text, static found => "_x005F" + found.Value);
        var isValid = true;
        foreach (var character in escaped)
            isValid &= XmlConvert.IsXmlChar(character) || char.IsSurrogate(character);
        if (isValid) return escaped;
        var valid = new StringBuilder(escaped.Length + 8);
        foreach (var character in escaped)
        {
            if (XmlConvert.IsXmlChar(character) || char.IsSurrogate(character)) valid.Append(character);
            else valid.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_");
        }

        return valid.ToString();
    }

    public static string Decode(string text) => EscapeForm().Replace(
        text,
        static found => ((char)int.Parse(found.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .ToString());

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapeForm();
}
