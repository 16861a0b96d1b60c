using DocumentFormat.OpenXml.Spreadsheet;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Exchange;
using TableColumn = PolicyBot.Knowledge.Exchange.TableColumn;

namespace PolicyBot.Knowledge.Tests.Exchange;

public sealed class SetImportTests
{
    private static readonly KnowledgeSet Library = ExchangeSets.WithoutQuestions(ExchangeSets.Sample);

    [Fact]
    public void Read_OwnTable_MarksEntriesAndProposesEvidence()
    {
        var set = Import("""
            question,answer,phrasings,topics,owner
            Who opened it?,Rosa Diaz opened Eastgate Library.,who did | by whom,"people, library",Ann
            What did it cost?,It cost 4 million dollars. The Hill Trust gave half.,price,,Ben
            Is it big?,,how large,,Ann
            """);

        var opened = set.Questions[0];
        Assert.Equal("who-opened-it", opened.Id);
        Assert.Equal(["who did", "by whom"], opened.Phrasings);
        Assert.Equal(["people", "library"], opened.Topics);
        Assert.Equal("Imported from “faq.csv”, row 2; its evidence is proposed", opened.Review);
        Assert.Equal(
            "Mayor Rosa Diaz opened Eastgate Library on May 3.", Assert.Single(opened.Answer[0].Evidence).Text);
        Assert.Equal(
            ["It cost 4 million dollars.", "The Hill Trust gave half of the money."],
            set.Questions[1].Answer.Select(s => Assert.Single(s.Evidence).Text));
        Assert.Equal(
            "Imported from “faq.csv”, row 4; it has no answer; its evidence is proposed",
            Assert.Single(set.Unanswerable).Review);
    }

    [Fact]
    public void Read_NameOfAnotherSentence_IsProposedToo()
    {
        var set =
            Import("question,answer\nWho paid?,The Hill Trust paid for the library that Rosa Diaz opened on May 3.");

        var sentence = Assert.Single(set.Questions[0].Answer);
        Assert.Null(sentence.Review);
        Assert.Contains("The Hill Trust gave half of the money.", sentence.Evidence.Select(e => e.Text));
        Assert.Contains("Mayor Rosa Diaz opened Eastgate Library on May 3.", sentence.Evidence.Select(e => e.Text));
    }

    [Fact]
    public void Read_NameThatTheArticleLacks_StaysMarked()
    {
        var set = Import("question,answer\nWho opened it?,Governor Kim Young opened it.");

        Assert.Equal("Its evidence doesn't say “Kim”, “Young”", set.Questions[0].Answer[0].Review);
        Assert.NotNull(set.Questions[0].Review);
    }

    [Theory]
    [InlineData("It cost 4 million dollars.", "It cost 4 million dollars.")]
    [InlineData("“it is the town's living  room,”", "“It is the town’s living room,”")]
    public void Read_EvidenceOfTheFile_IsTakenInTheArticlesCharacters(string given, string expected)
    {
        var set = Import($"question,answer,source\nWhat was it?,It cost that.,\"{given}\"");

        Assert.Equal(expected, Assert.Single(set.Questions[0].Answer[0].Evidence).Text);
        Assert.NotNull(set.Questions[0].Review);
    }

    [Fact]
    public void Read_MappedColumns_AreFoundByNameAndLetter()
    {
        var mapping = new ColumnMapping();
        mapping.Set(TableColumn.Question, ["Frage"]);
        mapping.Set(TableColumn.Answer, ["c"]);
        mapping.Set(TableColumn.Phrasings, ["Variante 1", "B"]);

        var imported = Read("""
            Frage;Variante 2;Antwort;Variante 1;Notiz
            Who opened it?;who did;Rosa Diaz opened Eastgate Library.;by whom;x
            """, mapping);

        Assert.Equal(["by whom", "who did"], imported.Set.Questions[0].Phrasings);
        Assert.Equal("Rosa Diaz opened Eastgate Library.", imported.Set.Questions[0].AnswerText);
        Assert.Equal(["Notiz"], imported.Ignored);
    }

    [Fact]
    public void Read_ChangedExport_MarksWhatChanged()
    {
        var csv = System.Text.Encoding.UTF8.GetString(Export(ExchangeSets.Sample, ExchangeFormat.Csv))
            .Replace("Mayor Rosa Diaz opened it.", "Mayor Diaz opened it.", StringComparison.Ordinal);

        var set = Import(csv);

        Assert.Equal("Changed in “faq.csv”, row 2", set.Questions[0].Review);
        Assert.All(set.Questions.Skip(1), q => Assert.Null(q.Review));
        Assert.All(set.People, p => Assert.Null(p.Review));
    }

    [Fact]
    public void Read_IntoASet_KeepsThePartsThatTheFileLacks()
    {
        var result = SetImport.Read(
            "faq.csv",
            System.Text.Encoding.UTF8.GetBytes("question,answer\nWas it opened?,Rosa Diaz opened Eastgate Library."),
            new ColumnMapping(),
            ExchangeSets.Sample,
            isArticleOnly: false);

        var set = Assert.IsType<ImportResult.Imported>(result).Set;
        Assert.Equal("was-it-opened", Assert.Single(set.Questions).Id);
        Assert.Empty(set.Unanswerable);
        Assert.Equal(
            ExchangeSets.Format(ExchangeSets.Sample with { Questions = [], Unanswerable = [] }),
            ExchangeSets.Format(set with { Questions = [] }));
    }

    [Theory]
    [InlineData("question,answer\nA?,\"b\nC?,d", "2: The row has a quotation mark in the wrong place")]
    [InlineData("question,answer\nA?,b\nC?,d\"e", "3: The row has a quotation mark in the wrong place")]
    [InlineData("question,answer\n\nA?,b,c", "3: The row has 3 cells, but the header only 2.")]
    [InlineData("frage,antwort\nA?,b", "1: The file has no column “question”. Choose the column that has it with")]
    [InlineData("question,text\nA?,b", "1: The file has no column “answer”.")]
    [InlineData("question,Question,answer\nA?,B?,c", "1: Two columns are read as “question”")]
    [InlineData("", "1: The file is empty.")]
    [InlineData("question,answer\n,\n", "1: The file has only a header.")]
    [InlineData("question,answer\n,It cost 4 million dollars.", "2: The row has no “question”.")]
    [InlineData("id,question,answer\na,A?,b\na,C?,d", "3: a: The id “a” is already used by the entry on line 2.")]
    [InlineData("question,answer\nA?,b\na,d", "3: a-2: The phrasing “a” is also one of “a”, on line 2.")]
    [InlineData("kind,question,answer\nfact,A?,b", "2: The kind “fact” is unknown.")]
    [InlineData("question,answer\n\"A\u200b?\",b", "2: a: The text of “question” has the invisible character U+200B")]
    [InlineData("question,answer,related\nA?,b,c", "2: a: The related id “c” is unknown.")]
    [InlineData(
        "kind,id,name,role,evidence,question,answer\nperson,a,Al,,x,,\n,,,,,A?,b", "2: a: The cell “role” is empty.")]
    public void Read_BadFile_SaysWhereAndWhy(string csv, string expected)
    {
        var error = GetErrors("faq.csv", System.Text.Encoding.UTF8.GetBytes(csv))[0];

        Assert.StartsWith("faq.csv:" + expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("faq.csv", new byte[] { 0xFF, 0xFE, 0x61, 0 }, "1: The file is UTF-16")]
    [InlineData("faq.csv", new byte[] { 0x61, 0x0A, 0x62, 0xE4, 0x0A }, "2: The file is not UTF-8.")]
    [InlineData("faq.csv", new byte[] { 0x61, 0x0A, 0, 0 }, "2: The file is binary")]
    [InlineData("faq.csv", new byte[] { 0x50, 0x4B, 3, 4 }, "1: The file is a workbook")]
    [InlineData("faq.xlsx", new byte[] { 0x61, 0x2C, 0x62 }, "1: The file is not an XLSX workbook.")]
    [InlineData("faq.xlsx", new byte[] { 0x50, 0x4B, 3, 4 }, "1: The file is not a readable XLSX workbook")]
    [InlineData("faq.xlsx", new byte[] { 0xD0, 0xCF, 0x11, 0xE0 }, "1: The file is protected with a password")]
    [InlineData("faq.md", new byte[] { 0x61 }, "1: The file is neither .csv nor .xlsx.")]
    public void Read_WrongFile_SaysWhy(string file, byte[] content, string expected)
    {
        var error = Assert.Single(GetErrors(file, content));

        Assert.StartsWith($"{file}:{expected}", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WorkbookOfASpreadsheet_IsRead()
    {
        var workbook = TestWorkbook.Create(
            [
                [TestWorkbook.CreateShared("B1", 0), TestWorkbook.CreateShared("D1", 1)],
                [TestWorkbook.CreateShared("B2", 2), TestWorkbook.CreateShared("D2", 3)],
            ],
            ["question", "answer", "Who opened it?", "Rosa Diaz opened Eastgate Library."]);

        var result = SetImport.Read("faq.xlsx", workbook, new ColumnMapping(), Library, isArticleOnly: true);

        var entry = Assert.Single(Assert.IsType<ImportResult.Imported>(result).Set.Questions);
        Assert.Equal("Who opened it?", entry.Question);
        Assert.Equal("Rosa Diaz opened Eastgate Library.", entry.AnswerText);
    }

    [Fact]
    public void Read_WorkbookWithAFormula_SaysWhere() => AssertCellError(
        new Cell { CellReference = "B2", CellFormula = new CellFormula("1+1"), CellValue = new CellValue(2) },
        "The cell B2 has a formula.");

    [Fact]
    public void Read_WorkbookWithADate_SaysWhere() => AssertCellError(
        new Cell { CellReference = "B2", StyleIndex = 1, CellValue = new CellValue(45_000) },
        "The cell B2 has a date or a formatted number.");

    [Fact]
    public void Read_WorkbookWithAnError_SaysWhere() => AssertCellError(
        new Cell { CellReference = "B2", DataType = CellValues.Error, CellValue = new CellValue("#N/A") },
        "The cell B2 has the error #N/A.");

    [Fact]
    public void Read_WorkbookWithMergedCells_SaysWhere()
    {
        var workbook = TestWorkbook.Create(
            [
                [TestWorkbook.CreateText("question"), TestWorkbook.CreateText("answer")],
                [TestWorkbook.CreateText("A?"), TestWorkbook.CreateText("b")],
            ],
            merged: "A2:B3");

        var error = Assert.Single(GetErrors("faq.xlsx", workbook));

        Assert.StartsWith("faq.xlsx:2: The cells A2:B3 are merged.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutWorkbook_NeverThrows()
    {
        var workbook = Export(ExchangeSets.Sample, ExchangeFormat.Xlsx);
        var random = new Random(1);
        for (var i = 0; i < 300; i++)
        {
            var broken = workbook.AsSpan(0, i % 2 == 0 ? workbook.Length : random.Next(4, workbook.Length)).ToArray();
            for (var change = random.Next(1, 6); change > 0; change--) broken[random.Next(4, broken.Length)] ^= 0x55;

            var result = SetImport.Read("faq.xlsx", broken, new ColumnMapping(), Library, isArticleOnly: true);

            if (result is ImportResult.Invalid invalid) Assert.NotEmpty(invalid.Diagnostics);
        }
    }

    [Fact]
    public void Read_WorkbookThatUnpacksToTooMuch_IsRefused()
    {
        var large = TestWorkbook.CreateText(new string('x', 41_000_000));

        var error = Assert.Single(GetErrors("faq.xlsx", TestWorkbook.Create([[large]])));

        Assert.StartsWith("faq.xlsx:1: The file is not a readable XLSX workbook", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TextThatASpreadsheetWouldRun_IsNeutralizedInTheFile()
    {
        var entry = ExchangeSets.Sample.Questions[0] with { Question = "=1+1?" };

        var csv = System.Text.Encoding.UTF8.GetString(
            Export(ExchangeSets.Sample with { Questions = [entry] }, ExchangeFormat.Csv));

        Assert.Contains("\"'=1+1?\"", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.Xlsx)]
    public void Read_TenThousandRows_ReadsAll(ExchangeFormat format)
    {
        const int Rows = 10_000;
        var entry = ExchangeSets.Sample.Questions[0];
        var large = ExchangeSets.Sample with
        {
            Questions =
            [
                .. Enumerable.Range(0, Rows).Select(i => entry with
                {
                    Id = $"q{i}",
                    Question = $"Question {i}?",
                    Phrasings = [$"phrasing {i}"],
                    Answer = [entry.Answer[0]],
                    Related = [],
                }),
            ],
            Unanswerable = [],
        };
        var file = Export(large, format);

        var result = SetImport.Read(
            "set." + format, file, new ColumnMapping(), Library, isArticleOnly: true);

        Assert.Equal(Rows, Assert.IsType<ImportResult.Imported>(result).Set.Questions.Count);
    }

    private static void AssertCellError(Cell cell, string expected)
    {
        var workbook = TestWorkbook.Create(
            [
                [TestWorkbook.CreateText("question"), TestWorkbook.CreateText("answer")],
                [TestWorkbook.CreateText("A?"), cell],
            ]);

        var error = Assert.Single(GetErrors("faq.xlsx", workbook));

        Assert.StartsWith($"faq.xlsx:2: {expected}", error, StringComparison.Ordinal);
    }

    private static byte[] Export(KnowledgeSet set, ExchangeFormat format)
    {
        using var stream = new MemoryStream();
        SetExport.Write(set, format, stream);
        return stream.ToArray();
    }

    private static KnowledgeSet Import(string csv) => Read(csv, new ColumnMapping()).Set;

    private static ImportResult.Imported Read(string csv, ColumnMapping mapping)
    {
        var result =
            SetImport.Read("faq.csv", System.Text.Encoding.UTF8.GetBytes(csv), mapping, Library, isArticleOnly: true);
        if (result is ImportResult.Invalid(var problems)) Assert.Fail(string.Join('\n', problems));
        var imported = (ImportResult.Imported)result;
        // The files have what was read, also where a marked sentence says a name that its evidence lacks.
        Assert.Equal(
            ExchangeSets.Format(imported.Set), ExchangeSets.Format(ExchangeSets.Read(Library, imported.Files)));
        return imported;
    }

    private static string[] GetErrors(string file, byte[] content)
    {
        var result = SetImport.Read(file, content, new ColumnMapping(), Library, isArticleOnly: true);
        return [.. Assert.IsType<ImportResult.Invalid>(result).Diagnostics.Select(d => d.ToString())];
    }
}
