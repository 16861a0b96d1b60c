using PolicyBot.Knowledge.Curation.Rules;

namespace PolicyBot.Knowledge.Tests.Curation.Rules;

public sealed class EvidenceNameRuleTests
{
    [Theory]
    [InlineData("The letter names Barr.", "Barr’s request", "")]
    [InlineData("The letter names Barr’s aide.", "BARR signed", "")]
    [InlineData("The letter names Barr.", "Barrister", "Barr")]
    [InlineData("End-to-End in the title", "end-to-end", "")]
    [InlineData("They said, “Companies must act.”", "must act", "")]
    [InlineData("They said, \"Companies must act.\"", "must act", "")]
    [InlineData("They asked Companies to act.", "must act", "Companies")]
    [InlineData("It is so. Sentences begin anew.", "so", "")]
    [InlineData("Dated Oct. 4, in the U.S. and the UK", "dated Oct. 4, by U.S. officials", "UK")]
    [InlineData("It cost 4% more, or $5.", "It cost 4 more, or $5", "4%")]
    [InlineData("It ran from 3:15 for 1,000 days.", "from 3:15, for 1000 days", "1,000")]
    [InlineData("A 4-year plan", "a plan of 4 years", "4-year")]
    [InlineData("As I said, I’d wait.", "wait", "")]
    [InlineData("BuzzFeed wrote it.", "wrote it", "BuzzFeed")]
    [InlineData("Encryption and the iPhone", "encryption", "iPhone")]
    [InlineData("Known was there.", "there", "Known")]
    [InlineData("Half was there.", "there", "")]
    [InlineData("Paris, Paris and Rome: all", "all", "Paris Rome")]
    public void FindMissing_TextAndEvidence_ReturnsNamesAndNumbersTheEvidenceLacks(
        string text, string evidence, string lacking)
    {
        var rule = new EvidenceNameRule();
        rule.Add("Known of Places");
        rule.AddIfOneWord("Paris");
        rule.AddIfOneWord("Half Moon");

        Assert.Equal(lacking, string.Join(' ', rule.FindMissing(text, [evidence])));
    }
}
