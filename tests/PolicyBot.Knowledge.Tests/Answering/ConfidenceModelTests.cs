using PolicyBot.Knowledge.Answering;

namespace PolicyBot.Knowledge.Tests.Answering;

public sealed class ConfidenceModelTests
{
    [Fact]
    public void Read_WrittenModel_HasSameConfidence()
    {
        var features = default(CandidateFeatures);
        features[Feature.Score] = 0.8f;
        features[Feature.ScoreLead] = 0.3f;
        var written = new StringWriter();

        ConfidenceModel.Full.Write(written);
        var read = ConfidenceModel.Read(new StringReader(written.ToString()));

        Assert.Equal(ConfidenceModel.Full.GetConfidence(features), read.GetConfidence(features));
        Assert.Equal(ConfidenceModel.Full.AnswerThreshold, read.AnswerThreshold);
        Assert.Equal(ConfidenceModel.Full.OfferThreshold, read.OfferThreshold);
    }

    [Fact]
    public void GetHighestConfidence_AnyFeatures_IsNeverExceeded()
    {
        var random = new Random(6);
        for (var run = 0; run < 20_000; run++)
        {
            var features = default(CandidateFeatures);
            for (var feature = 0; feature < CandidateFeatures.Count; feature++)
                features[(Feature)feature] = (random.NextSingle() * 4) - 1;

            var (score, lead) = (features[Feature.Score], features[Feature.ScoreLead]);
            Assert.InRange(
                ConfidenceModel.Lexical.GetConfidence(features),
                0,
                ConfidenceModel.Lexical.GetHighestConfidence(score, lead));
        }

        Assert.InRange(ConfidenceModel.Lexical.GetHighestConfidence(0.3f, 0.2f), 0, 0.89);
    }

    [Fact]
    public void GetHighestConfidence_AnyForeignWords_IsNeverExceeded()
    {
        var random = new Random(7);
        for (var run = 0; run < 20_000; run++)
        {
            var features = default(CandidateFeatures);
            for (var feature = 0; feature < CandidateFeatures.Count; feature++)
                features[(Feature)feature] = (random.NextSingle() * 4) - 1;
            var content = random.Next(1, 40);
            var unknown = random.Next(0, content + 1);
            var foreign = random.Next(unknown, content + 1);
            features[Feature.ContentWords] = content;
            features[Feature.UnknownWords] = random.Next(unknown, content + 1);
            features[Feature.ForeignWords] = foreign;
            features[Feature.ForeignShare] = (float)foreign / content;
            features[Feature.MatchedWords] = content - foreign;

            Assert.InRange(
                ConfidenceModel.Lexical.GetConfidence(features),
                0,
                ConfidenceModel.Lexical.GetHighestConfidence(content, unknown));
        }

        Assert.InRange(ConfidenceModel.Lexical.GetHighestConfidence(content: 4, foreign: 3), 0, 0.89);
    }

    [Fact]
    public void GetParts_AnyFeatures_AddUpToTheLogOdds()
    {
        var random = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            var features = default(CandidateFeatures);
            for (var feature = 0; feature < CandidateFeatures.Count; feature++)
                features[(Feature)feature] = (random.NextSingle() * 2) - 0.5f;

            Assert.Equal(
                ConfidenceModel.Full.GetLogOdds(features),
                ConfidenceModel.Full.GetParts(features, hasEvidence: true).Sum(p => p.Value),
                4);
        }
    }

    [Theory]
    [InlineData("ForeignName")]
    [InlineData("ForeignAsk")]
    [InlineData("ForeignRole")]
    [InlineData("AbsentName")]
    [InlineData("UnknownWords")]
    public void GetConfidence_NegativeFeature_NeverRaisesConfidence(string name)
    {
        var feature = Enum.Parse<Feature>(name);
        var random = new Random(4);
        for (var run = 0; run < 500; run++)
        {
            var features = default(CandidateFeatures);
            for (var other = 0; other < CandidateFeatures.Count; other++)
                features[(Feature)other] = (random.NextSingle() * 2) - 0.5f;
            features[feature] = 0;
            var before = ConfidenceModel.Full.GetConfidence(features);
            features[feature] = 1;

            Assert.True(ConfidenceModel.Full.GetConfidence(features) <= before + 1e-9);
        }
    }

    [Fact]
    public void Read_UnknownLine_Throws() =>
        Assert.Throws<FormatException>(() => ConfidenceModel.Read(new StringReader("bias 1\nforest 2")));
}
