namespace PolicyBot.Knowledge.Answering;

/// <summary>The nearest answered entries of a question, surest first, and the nearest unanswered one.</summary>
internal sealed class Ranking
{
    private readonly (int Entry, Candidate Candidate, double Confidence)[] measured;

    public Ranking((int Entry, Candidate Candidate, double Confidence)[] measured, int? bestUnanswered)
    {
        this.measured = measured;
        BestUnanswered = bestUnanswered;
        Array.Sort(measured, static (a, b) => b.Confidence.CompareTo(a.Confidence));
    }

    public int Count => measured.Length;

    /// <summary>The surest answered entry.</summary>
    public int Best => measured[0].Entry;

    /// <summary>The unanswered entry of the highest score, if the set has any.</summary>
    public int? BestUnanswered { get; }

    /// <summary>Whether an unanswered entry scores higher than every answered one.</summary>
    public bool UnansweredLeads
    {
        get
        {
            foreach (var (_, candidate, _) in measured)
            {
                if (candidate.LeadOverUnanswered >= 0) return false;
            }

            return true;
        }
    }

    /// <summary>An entry, what was measured of it and its confidence, by rank from 0.</summary>
    public (int Entry, Candidate Candidate, double Confidence) this[int rank] => measured[rank];
}
