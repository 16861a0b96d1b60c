using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting;

namespace PolicyBot.Knowledge.Tests.Drafting;

public sealed class NameFinderTests
{
    [Theory]
    [InlineData("The letter went to U.S. Attorney General William Barr.", "William Barr", "U.S. Attorney General")]
    [InlineData("It was signed by Commissioner Charles P. Neill.", "Charles P. Neill", "Commissioner")]
    [InlineData("FBI Director Christopher Wray left.", "Christopher Wray", "FBI Director")]
    [InlineData("Ann Lee is a reporter for the Gazette.", "Ann Lee", "reporter for the Gazette")]
    [InlineData("Ann Lee, a teacher in the town, paid for it.", "Ann Lee", "teacher in the town")]
    [InlineData("They met the officials in the UK, Priti Patel and Peter Dutton.", "Peter Dutton",
        "one of the officials in the UK")]
    public void Find_PersonWithARole_TakesItsWords(string text, string name, string role)
    {
        var person = Assert.Single(Find(text).People, p => p.Name == name);

        Assert.Equal((role, null), (person.Role, person.Review));
        Assert.Contains(person.Evidence, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_PersonWithoutARole_IsMarked()
    {
        var person = Assert.Single(Find("In the morning Mary Hill opened the doors.").People);

        Assert.Equal("What is the role of Mary Hill?", person.Review);
    }

    [Fact]
    public void Find_PersonNamedAgainByTheLastName_IsOneEntry()
    {
        var person = Assert.Single(Find("Mayor Rosa Diaz spoke. Later Mayor Diaz left, and Diaz slept.").People);

        Assert.Equal("Rosa Diaz", person.Name);
        Assert.Equal(["Diaz", "Mayor Diaz"], person.Also);
    }

    [Theory]
    [InlineData("It was made by the Bureau of Animal Industry.", "Bureau of Animal Industry")]
    [InlineData("BuzzFeed News published a draft.", "BuzzFeed News")]
    [InlineData("The plan of the FBI is new.", "FBI")]
    [InlineData("It shows what the Congress should do.", "Congress")]
    [InlineData("In the evening a Facebook spokesman replied.", "Facebook")]
    public void Find_Organisation_IsFound(string text, string name)
    {
        var organisation = Assert.Single(Find(text).Organisations);

        Assert.Equal(name, organisation.Name);
        Assert.Contains(organisation.Evidence, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On Monday, the United States and Australia met in London in May.")]
    [InlineData("Companies from Chicago read the URL on an ATM in the UK.")]
    [InlineData("Senators said that. However, nobody else did.")]
    public void Find_PlacesDaysAndFirstWords_AreNoNames(string text)
    {
        var names = Find(text);

        Assert.Empty(names.People);
        Assert.Empty(names.Organisations);
    }

    private static DraftedNames Find(string text) =>
        NameFinder.Find(new Article("Title", null, null, null, "Title\n\n" + text));
}
