using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Evaluation;

public sealed class EvaluationFileTests
{
    [Fact]
    public void Read_SoundLines_GivesQuestions()
    {
        var questions = Read("# a comment\n\ntuning\tbarr|letter-signers\tplain\tWho is Barr?\r\nheld\t-\tchatty\tand trump?\n", out var faults);

        Assert.Empty(faults);
        Assert.Equal(["barr", "letter-signers"], questions[0].Entries);
        Assert.Equal((EvaluationHalf.Held, 0, "and trump?"), (questions[1].Half, questions[1].Entries.Count, questions[1].Question));
    }

    [Theory]
    [InlineData("tuning\tbarr\tWho is Barr?", 1, "3 fields")]
    [InlineData("#\nmiddle\tbarr\tplain\tWho is Barr?", 2, "middle")]
    [InlineData("tuning\tbarrr\tplain\tWho is Barr?", 1, "barrr")]
    [InlineData("", 1, "no question")]
    public void Read_Fault_TellsLineAndWords(string text, int line, string words)
    {
        Read(text, out var faults);

        var fault = Assert.Single(faults);
        Assert.Equal(line, fault.Line);
        Assert.Contains(words, fault.Problem, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Mend);
    }

    private static IReadOnlyList<EvaluationQuestion> Read(string text, out IReadOnlyList<Fault> faults) =>
        EvaluationFile.Read(new KnowledgeFile("questions.tsv", text), ShippedAnswerer.Set, out faults);
}
