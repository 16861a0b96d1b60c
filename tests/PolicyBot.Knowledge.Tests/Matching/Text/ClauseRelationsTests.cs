using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Tests.Matching.Text;

public sealed class ClauseRelationsTests
{
    [Theory]
    [InlineData("The officials signed the letter", "officials", "signed", nameof(ClauseRelation.Subject))]
    [InlineData("The officials signed the letter", "letter", "signed", nameof(ClauseRelation.Object))]
    [InlineData("The letter was signed by Barr", "letter", "signed", nameof(ClauseRelation.Object))]
    [InlineData("The letter was signed by Barr", "barr", "signed", nameof(ClauseRelation.Subject))]
    [InlineData("the committee whom I appointed", "committee", "appointed", nameof(ClauseRelation.Object))]
    [InlineData("criticism from Barr", "barr", "criticism", nameof(ClauseRelation.Subject))]
    [InlineData("whom did the committee appoint", "committee", "appoint", nameof(ClauseRelation.Subject))]
    [InlineData("which post did Barr hold", "post", "hold", nameof(ClauseRelation.Object))]
    [InlineData("is Facebook planning it", "facebook", "planning", nameof(ClauseRelation.Subject))]
    [InlineData("the design of the team", "team", "design", nameof(ClauseRelation.None))]
    public void Find_Sentence_ReadsTheRoleOfTheNoun(string sentence, string noun, string verb, string expected)
    {
        var clause = ReadClause(sentence);

        var found = ClauseRelations.Find([.. clause], Stems.GetKey(noun), Stems.GetKey(verb));

        Assert.Equal(Enum.Parse<ClauseRelation>(expected), found);
    }

    [Theory]
    [InlineData("who criticized the director", "criticized", "", "director")]
    [InlineData("who has replied to the spokesman", "replied", "", "spokesman")]
    [InlineData("whom did the special committee appoint", "appoint", "special committee", "")]
    [InlineData("what do the companies never demand", "demand", "companies", "")]
    [InlineData("whom can an employer charge", "charge", "employer", "")]
    [InlineData("what does the letter say companies should do", "say", "letter", "")]
    [InlineData("who is the director", "", "", "")]
    public void Read_Question_FindsVerbSubjectAndObject(string question, string verb, string subject, string @object)
    {
        var words = ReadClause(question);

        var clause = ClauseReader.Read(words);

        Assert.Equal(GetKeys(verb), clause.Verb < 0 ? [] : [words[clause.Verb].Key]);
        Assert.Equal(GetKeys(subject), words.ToArray()[clause.Subject].Select(w => w.Key));
        Assert.Equal(GetKeys(@object), words.ToArray()[clause.Object].Select(w => w.Key));
    }

    private static ulong[] GetKeys(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Stems.GetKey(w))];

    private static List<ClauseWord> ReadClause(string text)
    {
        var words = new QuestionTokenizer();
        var clause = new List<ClauseWord>();
        words.Read(text);
        ClauseWord.ReadForms(words, clause);
        foreach (ref var token in words.Tokens) token.Key = Stems.GetKey(words.GetText(token));
        ClauseWord.ApplyKeys(words, clause);
        return clause;
    }
}
