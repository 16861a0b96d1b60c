using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Reads the first visible sheet of a workbook as a table.</summary>
/// <param name="diagnostics">Receives the errors.</param>
internal sealed class XlsxReader(DiagnosticBag diagnostics)
{
    // A packed file can be a thousand times larger unpacked.
    private const long MaxCharacters = 40_000_000;
    private const int MaxColumns = 1_000;

    private List<string> _sharedTexts = [];
    private IReadOnlyList<uint> _numberFormats = [];
    private bool _hasError;

    /// <summary>Reads the table; null after an error, which is reported.</summary>
    /// <param name="file">The file's content.</param>
    public Table? Read(byte[] file)
    {
        // The old format of Excel, in which newer workbooks with a password are wrapped.
        if (file is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Fail(
                1,
                "The file is protected with a password, or in the old .xls format.",
                "Save it as .xlsx without a password.");
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return Fail(
                1,
                "The file is not an XLSX workbook.",
                "Save it as .xlsx, or rename it to “.csv” if it is a text file.");
        }

        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var document = SpreadsheetDocument.Open(
                stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxCharacters });
            return Read(document);
        }
        catch (Exception e) when (e is OpenXmlPackageException or IOException or InvalidDataException or XmlException
            or FormatException or ArgumentException or InvalidOperationException or NotSupportedException
            or KeyNotFoundException or OverflowException)
        {
            // What the library throws depends on the part that is broken.
            return Fail(1, $"The file is not a readable XLSX workbook ({e.Message.TrimEnd('.')}).",
                "Open it in a spreadsheet and save it again as .xlsx.");
        }
    }

    private Table? Read(SpreadsheetDocument document)
    {
        var book = document.WorkbookPart;
        var sheet = book?.Workbook?.Sheets?.Elements<Sheet>()
            .FirstOrDefault(s => s.State is null || s.State == SheetStateValues.Visible);
        if (sheet?.Id?.Value is not { } id || book!.GetPartById(id) is not WorksheetPart part)
            return Fail(1, "The workbook has no visible sheet.", "Put the questions on its first sheet.");
        _sharedTexts = ReadSharedTexts(book.SharedStringTablePart);
        _numberFormats =
        [
            .. book.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>()
                .Select(f => f.NumberFormatId?.Value ?? 0) ?? [],
        ];
        var builder = new TableBuilder(diagnostics);
        var number = 0;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
            {
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex?.Value is { } index ? (int)index : number + 1;
                var cells = ReadRow(row, number);
                if (!_hasError && !builder.Add(number, cells)) return null;
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement)
            {
                ReportMerged((MergeCell)reader.LoadCurrentElement()!);
            }
        }

        return _hasError ? null : builder.Build();
    }

    private static List<string> ReadSharedTexts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
                texts.Add(GetText((SharedStringItem)reader.LoadCurrentElement()!));
        }

        return texts;
    }

    // Formatted texts are split into runs; how they are pronounced isn't part of them.
    private static string GetText(RstType item) => XlsxText.Decode(
        item.Text is { } text ? text.Text : string.Concat(item.Elements<Run>().Select(r => r.Text?.Text)));

    private List<string> ReadRow(Row row, int number)
    {
        var cells = new List<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = cell.CellReference?.Value is { } reference ? GetColumn(reference) : next;
            next = column + 1;
            var text = ReadCell(cell, number);
            // A style may reach to the last column of the sheet.
            if (text.Length == 0 || _hasError) continue;
            if (column >= MaxColumns)
            {
                Report(number, $"The row has a cell in column {column + 1}.", $"Use the first {MaxColumns} columns.");
                continue;
            }

            while (cells.Count <= column) cells.Add("");
            cells[column] = text;
        }

        return cells;
    }

    private string ReadCell(Cell cell, int number)
    {
        var place = cell.CellReference?.Value ?? "there";
        if (cell.CellFormula is not null)
        {
            Report(number, $"The cell {place} has a formula.", "Replace it with its value (copy, paste values).");
            return "";
        }

        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is not { } type || type == CellValues.Number) return ReadNumber(cell, number, value);
        if (type == CellValues.InlineString) return cell.InlineString is { } inline ? GetText(inline) : "";
        if (type == CellValues.SharedString)
            return _sharedTexts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)];
        if (type == CellValues.Boolean) return value == "1" ? "TRUE" : "FALSE";
        if (type == CellValues.String) return XlsxText.Decode(value);
        Report(
            number,
            type == CellValues.Error ? $"The cell {place} has the error {value}." : $"The cell {place} has a date.",
            "Write text there.");
        return "";
    }

    // A date or a percentage is stored as another number than the one that people see.
    private string ReadNumber(Cell cell, int number, string value)
    {
        const uint General = 0, Integer = 1, Text = 49;
        if (value.Length == 0) return "";
        var style = (int)(cell.StyleIndex?.Value ?? 0);
        var format = style < _numberFormats.Count ? _numberFormats[style] : General;
        if (format is General or Integer or Text) return value;
        Report(
            number,
            $"The cell {cell.CellReference?.Value ?? "there"} has a date or a formatted number.",
            "Format it as text and write what it shows.");
        return "";
    }

    private void ReportMerged(MergeCell merged)
    {
        var range = merged.Reference?.Value ?? "";
        var digits = range.TakeWhile(c => c != ':').Where(char.IsAsciiDigit).ToArray();
        var isNumber = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row);
        Report(isNumber ? row : 1, $"The cells {range} are merged.", "Split them and fill in each one.");
    }

    private static int GetColumn(string reference)
    {
        var column = 0;
        foreach (var character in reference.TakeWhile(char.IsAsciiLetter))
            column = Math.Min((column * 26) + char.ToUpperInvariant(character) - 'A' + 1, 1 << 20);
        return column - 1;
    }

    private void Report(int row, string problem, string fix)
    {
        _hasError = true;
        diagnostics.Add(row, null, problem, fix);
    }

    private Table? Fail(int row, string problem, string fix)
    {
        Report(row, problem, fix);
        return null;
    }
}
