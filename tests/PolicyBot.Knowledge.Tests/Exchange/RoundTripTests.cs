using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Knowledge.Tests.Exchange;

public sealed class RoundTripTests
{
    private const int Repetitions = 20;

    public static TheoryData<string> Names => ExchangeSets.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Import_OfAnExport_IsTheSameSet(string name)
    {
        var set = ExchangeSets.Read(name);

        AssertSame(set, ExchangeFormat.Csv);
        AssertSame(set, ExchangeFormat.Xlsx);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Import_OfAnExportOfARandomSet_IsTheSameSet(string name)
    {
        var set = ExchangeSets.Read(name);
        for (var seed = 0; seed < Repetitions; seed++)
        {
            var changed = RandomSets.Change(set, new Random(seed));

            AssertSame(changed, seed % 2 == 0 ? ExchangeFormat.Csv : ExchangeFormat.Xlsx);
        }
    }

    [Theory]
    [InlineData(ExchangeFormat.Csv)]
    [InlineData(ExchangeFormat.Xlsx)]
    public void Import_OfAnExportOfQuotesWithContext_IsTheSameSet(ExchangeFormat format) =>
        AssertSame(ExchangeSets.Sample, format);

    private static void AssertSame(KnowledgeSet set, ExchangeFormat format)
    {
        using var stream = new MemoryStream();
        SetExport.Write(set, format, stream);

        var result = SetImport.Read(
            format == ExchangeFormat.Csv ? "set.csv" : "set.xlsx",
            stream.ToArray(),
            new ColumnMapping(),
            ExchangeSets.WithoutQuestions(set),
            isArticleOnly: true);

        if (result is ImportResult.Invalid(var problems)) Assert.Fail(string.Join('\n', problems));
        var imported = (ImportResult.Imported)result;
        var expected = ExchangeSets.Format(set);
        Assert.Equal(expected, ExchangeSets.Format(imported.Set));
        Assert.Equal(expected, ExchangeSets.Format(ExchangeSets.Read(set, imported.Files)));
    }
}
