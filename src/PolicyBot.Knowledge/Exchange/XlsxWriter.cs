using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyBot.Knowledge.Exchange;

/// <summary>Writes a table as a workbook with one sheet, whose cells are texts.</summary>
internal static class XlsxWriter
{
    private const uint TextFormat = 49;
    private const uint CellStyle = 1;

    public static void Write(IEnumerable<IReadOnlyList<string>> rows, Stream stream)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var book = document.AddWorkbookPart();
        var styles = book.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = CreateStyles();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet)) WriteSheet(rows, writer);
        book.Workbook = new Workbook(new Sheets(new Sheet
        {
            Id = book.GetIdOfPart(sheet),
            SheetId = 1,
            Name = "Questions",
        }));
    }

    private static void WriteSheet(IEnumerable<IReadOnlyList<string>> rows, OpenXmlWriter writer)
    {
        writer.WriteStartElement(new Worksheet());
        // The header stays visible.
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteStartElement(new SheetData());
        var number = 0U;
        foreach (var row in rows)
        {
            writer.WriteStartElement(new Row { RowIndex = ++number });
            for (var column = 0; column < row.Count; column++)
            {
                var cell = CreateCell(TableCells.Neutralize(row[column]));
                // A table of a set has fewer columns than the alphabet letters.
                cell.CellReference = $"{(char)('A' + column)}{number}";
                writer.WriteElement(cell);
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell CreateCell(string text) => text.Length == 0
        ? new Cell { StyleIndex = CellStyle }
        : new Cell(new InlineString(new Text(XlsxText.Encode(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = CellStyle,
        };

    // Style 1 is for texts: a spreadsheet doesn't read what someone types there as a number, a date or a formula.
    private static Stylesheet CreateStyles() => new(
        new Fonts(new Font()),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
            {
                NumberFormatId = TextFormat,
                ApplyNumberFormat = true,
                ApplyAlignment = true,
            }));
}
