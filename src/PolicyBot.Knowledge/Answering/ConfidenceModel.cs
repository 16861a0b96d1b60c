using System.Globalization;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Estimates how likely an entry is the one asked for: a sum of small regression trees over its features, as log-odds
/// (gradient boosting, Friedman, 2001). The benchmark program fits it and writes its file.
/// </summary>
internal sealed class ConfidenceModel
{
    private const string Extension = ".txt";

    private static readonly Lazy<ConfidenceModel> FullModel = new(() => Load("confidence-full"));
    private static readonly Lazy<ConfidenceModel> LexicalModel = new(() => Load("confidence-lexical"));
    private static readonly Lazy<ConfidenceModel> FullUnanswerableModel = new(() => Load("unanswerable-full"));
    private static readonly Lazy<ConfidenceModel> LexicalUnanswerableModel = new(() => Load("unanswerable-lexical"));

    private readonly double _bias;
    private readonly DecisionTree[] _trees;
    private readonly Lazy<ConfidenceBound> _bound;

    /// <summary>Creates a model.</summary>
    /// <param name="bias">The log-odds before any tree.</param>
    /// <param name="trees">The trees.</param>
    /// <param name="answer">The confidence from which the best entry is the answer.</param>
    /// <param name="offer">The confidence from which the best entry is shown as the closest.</param>
    public ConfidenceModel(double bias, DecisionTree[] trees, double answer, double offer) =>
        (_bias, _trees, AnswerThreshold, OfferThreshold, _bound) =
            (bias, trees, answer, offer, new Lazy<ConfidenceBound>(() => new ConfidenceBound(bias, trees)));

    /// <summary>The model for questions measured by the encoder.</summary>
    public static ConfidenceModel Full => FullModel.Value;

    /// <summary>The model for questions measured by the lexical layer only.</summary>
    public static ConfidenceModel Lexical => LexicalModel.Value;

    /// <summary>
    /// The model of how likely the closest unanswerable question is the one asked, for questions measured by the
    /// encoder.
    /// </summary>
    public static ConfidenceModel FullUnanswerable => FullUnanswerableModel.Value;

    /// <summary>The same for questions measured by the lexical layer only.</summary>
    public static ConfidenceModel LexicalUnanswerable => LexicalUnanswerableModel.Value;

    /// <summary>The confidence from which the best entry is the answer, 0 to 1.</summary>
    public double AnswerThreshold { get; }

    /// <summary>The confidence from which the best entry is shown as the closest, 0 to 1.</summary>
    public double OfferThreshold { get; }

    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static ConfidenceModel Read(TextReader reader)
    {
        var (bias, answer, offer) = (0d, 0d, 0d);
        var trees = new List<DecisionTree>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var value = line[(space + 1)..];
            switch (line[..space])
            {
                case "bias": bias = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "answer": answer = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "offer": offer = double.Parse(value, CultureInfo.InvariantCulture); break;
                case "tree": trees.Add(DecisionTree.Parse(value)); break;
                default: throw new FormatException($"The confidence model has an unknown line: {line}");
            }
        }

        return new ConfidenceModel(bias, [.. trees], answer, offer);
    }

    /// <summary>Writes the model in the format of <see cref="Read"/>.</summary>
    public void Write(TextWriter writer)
    {
        writer.Write(string.Create(
            CultureInfo.InvariantCulture, $"bias {_bias:R}\nanswer {AnswerThreshold:R}\noffer {OfferThreshold:R}\n"));
        foreach (var tree in _trees) writer.Write($"tree {tree}\n");
    }

    /// <summary>Gets the probability that the entry is right, 0 to 1.</summary>
    public double GetConfidence(in CandidateFeatures features) => 1 / (1 + Math.Exp(-GetLogOdds(features)));

    /// <summary>
    /// Gets a probability that no entry exceeds whose <see cref="Feature.Score"/> and <see cref="Feature.ScoreLead"/>
    /// are at most these.
    /// </summary>
    public double GetHighestConfidence(float score, float lead) => _bound.Value.GetByScore(score, lead);

    /// <summary>
    /// Gets a probability that no entry exceeds if the set doesn't know some of the question's words.
    /// </summary>
    /// <param name="content">The most <see cref="Feature.ContentWords"/> that the question may have.</param>
    /// <param name="foreign">
    /// How many of them, at least, are both <see cref="Feature.UnknownWords"/> and <see cref="Feature.ForeignWords"/>.
    /// </param>
    public double GetHighestConfidence(int content, int foreign) => _bound.Value.GetByWords(content, foreign);

    /// <summary>Gets the sum of the trees.</summary>
    public double GetLogOdds(in CandidateFeatures features)
    {
        var sum = _bias;
        foreach (var tree in _trees) sum += tree.GetValue(features);
        return sum;
    }

    /// <summary>
    /// Gets how much each feature adds to the log-odds, after a starting point common to all entries; the parts add up
    /// to the log-odds.
    /// </summary>
    /// <param name="features">The features.</param>
    /// <param name="hasEvidence">
    /// Whether the entry has evidence; if not, the values used in its place count as part of the starting point.
    /// </param>
    public IReadOnlyList<ScorePart> GetParts(in CandidateFeatures features, bool hasEvidence)
    {
        Span<double> parts = stackalloc double[CandidateFeatures.Count];
        parts.Clear();
        var start = _bias;
        foreach (var tree in _trees) start += tree.AddParts(features, parts);
        if (!hasEvidence)
        {
            foreach (var feature in FeatureNames.OfEvidence)
            {
                start += parts[(int)feature];
                parts[(int)feature] = 0;
            }
        }

        var named = new List<ScorePart> { new(ScorePart.StartingPoint, start) };
        for (var feature = 0; feature < parts.Length; feature++)
        {
            if (parts[feature] != 0) named.Add(new ScorePart(FeatureNames.Describe((Feature)feature), parts[feature]));
        }

        return named;
    }

    private static ConfidenceModel Load(string name)
    {
        using var stream = typeof(ConfidenceModel).Assembly.GetManifestResourceStream($"PolicyBot.{name}{Extension}")
            ?? throw new InvalidOperationException($"The model {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
