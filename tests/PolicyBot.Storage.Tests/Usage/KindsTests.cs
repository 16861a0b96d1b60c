using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Tests.Usage;

/// <summary>The names under which rows of a database that is years old must still be read.</summary>
public sealed class KindsTests
{
    public static TheoryData<UsageKind, string> Names => new()
    {
        { UsageKind.Answered, "answered" },
        { UsageKind.Offered, "offered" },
        { UsageKind.NotInArticle, "not_in_article" },
        { UsageKind.NoPreparedAnswer, "no_prepared_answer" },
        { UsageKind.NotUnderstood, "not_understood" },
        { UsageKind.Picked, "picked" },
        { UsageKind.Helpful, "helpful" },
        { UsageKind.NotHelpful, "not_helpful" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Name_Kind_IsTheOneInTheRows(UsageKind kind, string name)
    {
        Assert.Equal(name, UsageKindNames.Format(kind));
        Assert.Equal(kind, UsageKindNames.Parse(name));
    }

    [Fact]
    public void Names_EveryKind_IsTested() => Assert.Equal(Enum.GetValues<UsageKind>(), Names.Select(row => row.Data.Item1).Order());
}
