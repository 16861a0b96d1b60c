using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Usage;
using PolicyBot.Storage.Persistence;
using PolicyBot.Storage.Schema;

namespace PolicyBot.Storage.Tests.Schema;

/// <summary>How values are stored. Existing databases depend on it.</summary>
public sealed class ValueConvertersTests
{
    public static TheoryData<object, object> Values => new()
    {
        { UsageKind.Answered, "answered" },
        { UsageKind.Offered, "offered" },
        { UsageKind.NotInArticle, "not_in_article" },
        { UsageKind.NoPreparedAnswer, "no_prepared_answer" },
        { UsageKind.NotUnderstood, "not_understood" },
        { UsageKind.Picked, "picked" },
        { UsageKind.Helpful, "helpful" },
        { UsageKind.NotHelpful, "not_helpful" },
        { DailyContent.Full, "full" },
        { DailyContent.Brief, "brief" },
        { DailyContent.Quote, "quote" },
        { LedgerState.Claimed, "claimed" },
        { LedgerState.Posted, "posted" },
        { LedgerState.Skipped, "dropped" },
        { new LocalTime(9, 5), "09:05" },
        { new LocalDate(2026, 3, 1), "2026-03-01" },
        { Instant.FromUnixTimeMilliseconds(1779278400007), 1779278400007 },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Convert_AnyValue_RoundTrips(object value, object stored)
    {
        using var context = new SqliteEngine(new StorageOptions()).CreateContext();
        var converter = context.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .First(p => p.ClrType == value.GetType()).GetTypeMapping().Converter!;

        Assert.Equal(stored, converter.ConvertToProvider(value));
        Assert.Equal(value, converter.ConvertFromProvider(stored));
    }

    [Fact]
    public void TestData_AllNames_AreCovered()
    {
        var tested = Values.Select(row => row.Data.Item1).ToList();

        Assert.Equal(Enum.GetValues<UsageKind>(), tested.OfType<UsageKind>());
        Assert.Equal(Enum.GetValues<DailyContent>(), tested.OfType<DailyContent>());
        Assert.Equal(Enum.GetValues<LedgerState>(), tested.OfType<LedgerState>());
    }

    [Fact]
    public void Write_FullPost_KeepsJsonNames()
    {
        var post = new DailyPost
        {
            Summary = "A line.",
            PointNumber = 2,
            Point = "A point.",
            PointEvidence = ["First.", "Second."],
            QuoteId = "q1",
            Quote = "Words.",
            Speaker = "A speaker",
            QuestionId = "e1",
            Question = "Which?",
            ComposedAt = Instant.FromUnixTimeMilliseconds(1779278400007),
            AskedCount = 12,
            AskedUnanswered = 3,
            MostAsked = "What?",
            Source = "The source",
        };

        Assert.Equal(
            """
            {"summary":"A line.","point_number":2,"point":"A point.","point_evidence":["First.","Second."],
            "quote_id":"q1","quote":"Words.","speaker":"A speaker","question_id":"e1","question":"Which?",
            "fixed_at":1779278400007,"asked_count":12,"asked_unanswered":3,"most_asked":"What?",
            "source":"The source"}
            """.ReplaceLineEndings(""),
            PostJson.Write(post));
        Assert.Equal("""{"point_evidence":[],"source":"s"}""", PostJson.Write(new DailyPost { Source = "s" }));
    }
}
