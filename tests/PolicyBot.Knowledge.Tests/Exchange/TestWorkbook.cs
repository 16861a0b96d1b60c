using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PolicyBot.Knowledge.Tests.Exchange;

/// <summary>Creates workbooks as spreadsheets write them, with shared texts.</summary>
internal static class TestWorkbook
{
    /// <summary>Creates a cell with a text that is stored in the cell.</summary>
    public static Cell CreateText(string text) =>
        new(new InlineString(new Text(text))) { DataType = CellValues.InlineString };

    /// <summary>Creates a cell with a text of the list that all cells share.</summary>
    /// <param name="reference">The cell's place, such as B2.</param>
    /// <param name="index">The text's position in the list.</param>
    public static Cell CreateShared(string reference, int index) => new()
    {
        CellReference = reference,
        DataType = CellValues.SharedString,
        CellValue = new CellValue(index),
    };

    /// <summary>Creates a workbook.</summary>
    /// <param name="rows">The cells of its first visible sheet.</param>
    /// <param name="shared">The shared texts; each is split into two runs.</param>
    /// <param name="merged">A range of merged cells, or null.</param>
    public static byte[] Create(Cell[][] rows, string[]? shared = null, string? merged = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                (shared ?? []).Select(t => new SharedStringItem(
                    new Run(new Text(t[..1])), new Run(new RunProperties(new Bold()), new Text(t[1..])))));
            var hidden = AddSheet(book, [[CreateText("hidden")]], null);
            var visible = AddSheet(book, rows, merged);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Id = hidden, SheetId = 1, Name = "Old", State = SheetStateValues.Hidden },
                new Sheet { Id = visible, SheetId = 2, Name = "New" }));
        }

        return stream.ToArray();
    }

    private static string AddSheet(WorkbookPart book, Cell[][] rows, string? merged)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(r => new Row(r))));
        if (merged is not null) part.Worksheet.Append(new MergeCells(new MergeCell { Reference = merged }));
        return book.GetIdOfPart(part);
    }
}
