using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TextEncoding = System.Text.Encoding;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>
/// Decodes a page: by its byte order mark, by the encoding that the caller names or the page declares, or as UTF-8.
/// Nothing is guessed: bytes that don't fit are an error.
/// </summary>
internal static partial class PageDecoder
{
    private const int Searched = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The first bytes of files that people save instead of a page.
    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive or an Office document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    ];

    /// <summary>The text, or the problem.</summary>
    /// <param name="Text">The text; empty with a problem.</param>
    /// <param name="Problem">What is wrong and what to do, or null.</param>
    public readonly record struct Decoded(string Text, string? Problem);

    /// <summary>Decodes a page.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="named">The encoding that the caller names, or null.</param>
    public static Decoded Decode(byte[] bytes, string? named)
    {
        foreach (var (start, name) in Signatures)
        {
            if (bytes.AsSpan().StartsWith(start)) return Refuse($"It is {name}, not a page.");
        }

        if (GetMarked(bytes) is { } marked) return Decode(bytes, marked, null);
        if (named is not null)
        {
            return Find(named) is { } encoding
                ? Decode(bytes, encoding, $"as {named}. Name another encoding with --encoding.")
                : Fail($"The encoding “{named}” is unknown. Use a name such as utf-8 or windows-1252.");
        }

        if (bytes.AsSpan().Contains((byte)0))
            return GetWide(bytes) is { } wide ? Decode(bytes, wide, null) : Refuse("It is a binary file, not a page.");
        return FindDeclared(bytes) is { } declared ? DecodeDeclared(bytes, declared) : DecodeUndeclared(bytes);
    }

    private static Decoded DecodeDeclared(byte[] bytes, string declared)
    {
        if (Find(declared) is not { } encoding)
        {
            return Fail(
                $"It declares the unknown encoding “{declared}”. Give the right one with --encoding, such as utf-8.");
        }

        const string Fix = "Give the right one with --encoding";
        if (encoding.CodePage == Utf8.CodePage)
            return Decode(bytes, encoding, $"as UTF-8, which it declares. {Fix}, such as windows-1252.");
        if (IsUtf8(bytes) && bytes.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return Fail($"It declares the encoding {declared}, but it is written in UTF-8. {Fix}: utf-8.");
        return Decode(bytes, encoding, $"as {declared}, which it declares. {Fix}, such as utf-8.");
    }

    private static Decoded DecodeUndeclared(byte[] bytes) => Decode(
        bytes,
        Utf8,
        "as UTF-8, and it declares no encoding. Save it as UTF-8, or name its encoding with --encoding, such as "
            + "windows-1252.");

    private static Decoded Decode(byte[] bytes, TextEncoding encoding, string? advice)
    {
        advice ??= "in the encoding of its byte order mark. Save it as UTF-8.";
        string text;
        try
        {
            text = encoding.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
            return Fail(string.Create(CultureInfo.InvariantCulture, $"Line {line} can't be read {advice}"));
        }

        // Controls that no text has: the wrong encoding, or no text at all.
        var at = text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F');
        if (at >= 0)
        {
            var line = 1 + text.AsSpan(0, at).Count('\n');
            return Fail(string.Create(CultureInfo.InvariantCulture, $"Line {line} can't be read {advice}"));
        }

        var controls = text.AsSpan().Count('\0')
            + text.Count(c => c is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v'));
        return controls > text.Length / 100 ? Refuse("It is a binary file, not a page.") : new Decoded(text, null);
    }

    private static Decoded Refuse(string problem) =>
        Fail($"{problem} Save the page as HTML, or copy the article into a text file.");

    private static Decoded Fail(string problem) => new("", problem);

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static TextEncoding? GetMarked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(false, true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] => new UnicodeEncoding(false, true, throwOnInvalidBytes: true),
        [0xFE, 0xFF, ..] => new UnicodeEncoding(true, true, throwOnInvalidBytes: true),
        _ => null,
    };

    // UTF-16 without a mark: every other byte of English text is zero.
    private static UnicodeEncoding? GetWide(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        var length = Math.Min(bytes.Length, Searched) & ~1;
        for (var i = 0; i < length; i += 2)
        {
            if (bytes[i] == 0) even++;
            if (bytes[i + 1] == 0) odd++;
        }

        var most = length / 2 * 3 / 4;
        return (odd > most && even == 0, even > most && odd == 0) switch
        {
            (true, _) => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
            (_, true) => new UnicodeEncoding(true, false, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    private static string? FindDeclared(byte[] bytes)
    {
        var start = TextEncoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, Searched)));
        var match = Declaration().Match(start);
        return match.Success ? match.Groups[1].Value + match.Groups[2].Value : null;
    }

    private static TextEncoding? Find(string name)
    {
        // What the web calls these is windows-1252.
        var known = name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "ascii" or "us-ascii"
            ? "windows-1252"
            : name;
        try
        {
            return TextEncoding.GetEncoding(
                known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            // One of the many that .NET has in a provider of their own.
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(
            known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    [GeneratedRegex(
        @"<meta\b[^>]{0,200}?\bcharset\s*=\s*[""']?\s*([\w.:-]+)|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[""']([\w.:-]+)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
