using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class ShippedSetTests
{
    [Fact]
    public void Read_ShippedSet_IsValid()
    {
        var result =
            KnowledgeReader.Read(ShippedSet.Name, ShippedSet.Article, ShippedSet.Knowledge, ShippedSet.Phrasings);

        if (result is ReadResult.Invalid invalid) Assert.Fail(string.Join('\n', invalid.Diagnostics));
        var set = Assert.IsType<ReadResult.Valid>(result).Set;
        Assert.Equal(set.Article.Body, string.Join("\n\n", set.Article.Paragraphs.Select(p => p.Text)));
        Assert.All(
            set.Quotes, q => Assert.Equal(q.Passage.Text, set.Article.Body[q.Passage.Span.Start..q.Passage.Span.End]));
    }
}
