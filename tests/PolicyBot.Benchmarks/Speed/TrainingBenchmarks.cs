using BenchmarkDotNet.Attributes;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Benchmarks.Speed;

/// <summary>Reading, checking and training on the shipped set.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private (KnowledgeFile Article, KnowledgeFile Knowledge, KnowledgeFile Phrasings) _files;
    private KnowledgeSet? _set;

    /// <summary>Reads the files.</summary>
    [GlobalSetup]
    public void Setup() => (_files, _set) = (ShippedSet.Files(), ShippedSet.Load());

    /// <summary>Texts in, checked set out.</summary>
    [Benchmark]
    public ReadResult Read() =>
        KnowledgeReader.Read("facebook-encryption", _files.Article, _files.Knowledge, _files.Phrasings);

    /// <summary>Set in, answerer out.</summary>
    [Benchmark]
    public Answerer Train() => new(_set!, new Thresholds(0.6, 0.4));
}
