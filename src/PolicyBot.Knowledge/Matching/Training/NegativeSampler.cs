namespace PolicyBot.Knowledge.Matching.Training;

/// <summary>Chooses against which phrasings an entry is trained: all of them, or in a large set those that share most with it.</summary>
internal sealed class NegativeSampler
{
    private const int MaxPosting = 2000;

    private readonly Corpus corpus;
    private readonly int most;
    private readonly int[] order;
    private readonly List<int>?[] postings = [];

    public NegativeSampler(Corpus corpus, int most)
    {
        (this.corpus, this.most) = (corpus, most);
        order = [.. Enumerable.Range(0, corpus.Examples.Length)];
        // Any fixed order will do; phrasings of one entry side by side would make the descent slow.
        new Random(1).Shuffle(order);
        if (order.Length <= most) return;
        postings = new List<int>?[corpus.Features.Count];
        for (var i = 0; i < corpus.Examples.Length; i++)
        {
            foreach (var f in corpus.Examples[i].Ids) (postings[f] ??= []).Add(i);
        }
    }

    /// <summary>The phrasings for one entry, its own among them, in the order of training.</summary>
    public int[] For(int entry)
    {
        if (order.Length <= most) return order;
        var shared = new Dictionary<int, float>();
        var (from, to) = corpus.ExamplesOf(entry);
        for (var i = from; i < to; i++)
        {
            shared[i] = float.MaxValue;
            var x = corpus.Examples[i];
            for (var k = 0; k < x.Ids.Length; k++)
            {
                // What very many phrasings have tells none of them apart.
                if (postings[x.Ids[k]] is not { Count: <= MaxPosting } sharing) continue;
                foreach (var other in sharing) shared[other] = shared.GetValueOrDefault(other) + (x.Values[k] * x.Values[k]);
            }
        }

        int[] chosen = [.. shared.OrderByDescending(p => p.Value).ThenBy(p => p.Key).Take(most).Select(p => p.Key).Order()];
        new Random(entry).Shuffle(chosen);
        return chosen;
    }
}
