using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Knowledge.Tests.Answering;

/// <summary>
/// “The article doesn't say” is said of a name or number only if it occurs nowhere, however it is written.
/// </summary>
public sealed class AbsenceFinderTests
{
    private const string ArticleText = """
        ---
        title: Bureau Fines Northwind
        author: Ana Lopez
        publication: The Harbor Times
        date: March 16, 2015
        ---

        Bureau Fines Northwind

        The Consumer Financial Protection Bureau fined Northwind Traders $1.5 billion on Nov. 13. Director Mary Reynolds
        said eight banks in the United States, Britain and Germany had helped. The cost is
        8 cents a head for 1,200 people.
        """;

    private const string Knowledge = """
        people:
          - {id: reynolds, name: Mary Reynolds, role: Director, evidence: Director Mary Reynolds}
        synonyms:
          - {word: bank, also: [lender, Kreditanstalt]}
        absent:
          - {kind: company, names: [Contoso, Fabrikam Bank]}
        summary:
          line: {text: The bureau fined Northwind Traders., evidence: fined Northwind Traders}
          short: [{text: The bureau fined Northwind Traders., evidence: fined Northwind Traders}]
          points: [{text: The bureau fined Northwind Traders., evidence: fined Northwind Traders}]
        questions:
          - id: fine
            question: How much was the fine?
            answer: [{text: Northwind Traders was fined $1.5 billion., evidence: fined Northwind Traders $1.5 billion}]
            topics: [fine]
            phrasings: |
              size of the fine
              what does Northwind have to pay
        """;

    private static readonly Answerer Bot = new(Read());

    [Theory]
    [InlineData("Did Contoso help?", "Contoso")]
    [InlineData("what about fabrikam bank", "Fabrikam Bank")]
    public void Ask_ListedName_IsProof(string question, string name) =>
        Assert.Equal(
            name,
            Assert.IsType<Absence.ListedName>(Assert.IsType<Answer.NotInArticle>(Bot.Ask(question)).Absence).Name);

    [Theory]
    [InlineData("What did Zelenskyy say about it?")]
    [InlineData("Were the banks of France helping, too?")]
    [InlineData("what did Obama say")]
    public void Ask_NameNotInSet_IsProofWithoutName(string question) =>
        Assert.IsType<Absence.UnknownName>(Assert.IsType<Answer.NotInArticle>(Bot.Ask(question)).Absence);

    [Theory]
    [InlineData("Was the fine 400 dollars?")]
    [InlineData("What happened in 2019?")]
    [InlineData("Did it cost $2 billion or 750 million?")]
    public void Ask_NumberNotInSet_IsProof(string question) =>
        Assert.IsType<Absence.UnknownNumber>(Assert.IsType<Answer.NotInArticle>(Bot.Ask(question)).Absence);

    [Theory]
    [InlineData("What did Reynolds say?")]
    [InlineData("What did Raynolds say?")]
    [InlineData("What did Mrs. Mary Reynolds say?")]
    [InlineData("What did Dr. Rita Reynolds say?")]
    [InlineData("What did Lopez write?")]
    [InlineData("Is it in the Harbor Times?")]
    [InlineData("What did the CFPB do?")]
    [InlineData("What happened in America?")]
    [InlineData("Did American or British lenders help?")]
    [InlineData("What about German banks?")]
    [InlineData("Is the Kreditanstalt meant?")]
    [InlineData("Was it 2015?")]
    [InlineData("Were 1200 people asked?")]
    [InlineData("was it 1,500,000,000 dollars")]
    [InlineData("was it 1.5bn")]
    [InlineData("Were 8 banks helping?")]
    [InlineData("Name 3 banks that helped")]
    [InlineData("Explain it in 100 words")]
    [InlineData("What about wow?")]
    [InlineData("How big was the penalty?")]
    [InlineData("What does the Dir say?")]
    [InlineData("Did Teddy help?")]
    [InlineData("does TLDR exist")]
    [InlineData("what did the USCFPB do")]
    [InlineData("What do Americans think of it?")]
    [InlineData("Did European lenders help?")]
    [InlineData("Was it in October or in May?")]
    [InlineData("WHAT DID NORTHWIND DO")]
    [InlineData("Was Northwnd fined?")]
    [InlineData("Were the banks in France helping, too?")]
    [InlineData("How big was the fine during the Obama presidency?")]
    [InlineData("Were banks like Wells Fargo helping?")]
    public void Ask_NameOrNumberThatMayOccur_IsNotProof(string question) =>
        Assert.IsNotType<Answer.NotInArticle>(Bot.Ask(question));

    private static KnowledgeSet Read() =>
        KnowledgeReader.Read(
            "fine", new KnowledgeFile("article.md", ArticleText), new KnowledgeFile("knowledge.yaml", Knowledge)) switch
        {
            ReadResult.Valid(var set) => set,
            ReadResult.Invalid(var errors) => throw new InvalidOperationException(string.Join('\n', errors)),
            _ => throw new InvalidOperationException("Neither sound nor invalid."),
        };
}
