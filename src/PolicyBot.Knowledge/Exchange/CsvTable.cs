using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Reads and writes tables as comma-separated values (RFC 4180), in UTF-8.</summary>
public static class CsvTable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>
    /// Writes rows. Every cell is quoted, so that no other separator can split it, and no cell is run as a formula.
    /// </summary>
    public static void Write(IEnumerable<IReadOnlyList<string>> rows, Stream stream)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            ShouldQuote = static _ => true,
        };
        using var text = new StreamWriter(stream, Utf8, leaveOpen: true);
        using var csv = new CsvWriter(text, configuration);
        foreach (var row in rows)
        {
            foreach (var cell in row) csv.WriteField(TableCells.Neutralize(cell));
            csv.NextRecord();
        }
    }

    /// <summary>
    /// Reads a table whose cells are separated by commas, semicolons or tabs, whichever its first line has most of;
    /// null after an error, which is reported.
    /// </summary>
    /// <param name="file">The file's content.</param>
    /// <param name="diagnostics">Receives the errors.</param>
    internal static Table? Read(byte[] file, DiagnosticBag diagnostics)
    {
        if (Decode(file, diagnostics) is not { } text) return null;
        var builder = new TableBuilder(diagnostics);
        string? malformed = null;
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            Delimiter = FindDelimiter(text).ToString(),
            BadDataFound = found => malformed = found.RawRecord,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        while (parser.Read())
        {
            // The parser checks the cells when they are read.
            var cells = parser.Record!;
            if (malformed is null)
            {
                if (!builder.Add(parser.Row, cells)) return null;
                continue;
            }

            diagnostics.Add(
                parser.Row,
                null,
                $"The row has a quotation mark in the wrong place: {DiagnosticText.Quote(malformed.Trim())}.",
                "Enclose a cell that contains a quotation mark in quotation marks, and double each one inside it.");
            return null;
        }

        return builder.Build();
    }

    private static string? Decode(byte[] file, DiagnosticBag diagnostics)
    {
        const string Fix = "Save it as “CSV UTF-8”.";
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            diagnostics.Add(1, null, "The file is UTF-16, not UTF-8.", Fix);
            return null;
        }

        if (file is [(byte)'P', (byte)'K', ..])
        {
            diagnostics.Add(1, null, "The file is a workbook or an archive, not a CSV file.", "Rename it to “.xlsx”.");
            return null;
        }

        try
        {
            var text = Utf8.GetString(file).TrimStart('\uFEFF');
            if (!text.Contains('\0', StringComparison.Ordinal)) return text;
            diagnostics.Add(
                1 + text.AsSpan(0, text.IndexOf('\0', StringComparison.Ordinal)).Count('\n'),
                null,
                "The file is binary, not a CSV file.",
                Fix);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + file.AsSpan(0, Math.Clamp(e.Index, 0, file.Length)).Count((byte)'\n');
            diagnostics.Add(line, null, "The file is not UTF-8.", Fix);
        }

        return null;
    }

    private static char FindDelimiter(string text)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var character in text)
        {
            if (character == '"') isQuoted = !isQuoted;
            if (isQuoted) continue;
            if (character == '\n' && counts.Values.Any(c => c > 0)) break;
            if (counts.TryGetValue(character, out var count)) counts[character] = count + 1;
        }

        return counts.MaxBy(c => c.Value).Key;
    }
}
