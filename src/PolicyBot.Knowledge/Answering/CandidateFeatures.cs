using System.Runtime.CompilerServices;

namespace PolicyBot.Knowledge.Answering;

/// <summary>The features of one entry for one question.</summary>
internal struct CandidateFeatures
{
    /// <summary>The number of features, and of those that need no encoder; they come first.</summary>
    public const int Count = (int)Feature.Words + 1, LexicalCount = (int)Feature.ForeignRole + 1;

    private Values _values;

    public float this[Feature feature]
    {
        readonly get => _values[(int)feature];
        set => _values[(int)feature] = value;
    }

    [InlineArray(Count)]
    private struct Values
    {
        private float _first;
    }
}
