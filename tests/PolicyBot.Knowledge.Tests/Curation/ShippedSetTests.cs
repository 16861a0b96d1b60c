using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Curation;

public sealed class ShippedSetTests
{
    [Fact]
    public void Read_ShippedSet_IsSound()
    {
        var result = KnowledgeReader.Read(ShippedSet.Name, ShippedSet.Article, ShippedSet.Knowledge);

        if (result is ReadResult.Faulty faulty) Assert.Fail(string.Join('\n', faulty.Faults));
        var set = Assert.IsType<ReadResult.Sound>(result).Set;
        Assert.Equal(set.Article.Body, string.Join("\n\n", set.Article.Paragraphs.Select(p => p.Text)));
        Assert.All(set.Quotes, q => Assert.Equal(q.Passage.Text, set.Article.Body[q.Passage.Span.Start..q.Passage.Span.End]));
    }

    [Fact]
    public void Read_LiftedBlocks_AreWhatTheParserWouldHaveRead()
    {
        var faults = new FaultList("knowledge.yaml");
        var lifted = NodeTree.Read(ShippedSet.Knowledge.Text, faults)!;

        // A comment behind the header keeps a block from being lifted, and changes nothing else.
        var parsed = NodeTree.Read(ShippedSet.Knowledge.Text.Replace("phrasings: |", "phrasings: | #", StringComparison.Ordinal), faults)!;

        Assert.True(faults.IsEmpty);
        Assert.Equal(Phrasings(parsed), Phrasings(lifted));

        static List<LocatedText> Phrasings(Node root)
        {
            var found = new List<LocatedText>();
            var texts = new Texts(new FaultList(""));
            var open = new Stack<Node>([root]);
            while (open.TryPop(out var node))
            {
                if (node.IsBlock) found.AddRange(texts.Lines(node, "", "", int.MaxValue));
                foreach (var child in node.Children) open.Push(child);
            }

            Assert.True(found.Count > 4000);
            return found;
        }
    }
}
