using System.Runtime.CompilerServices;
using NodaTime;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Storage.Usage;

/// <summary>Statements that write counts and questions, in the SQL that both databases understand.</summary>
internal static class UsageStatements
{
    // SQLite allows 32766 parameters, and a row has up to eight.
    private const int RowsPerStatement = 1000;

    private const long Day = 86_400_000;

    /// <summary>Returns the first moment of a time's day (UTC), in Unix milliseconds.</summary>
    public static long GetDayStart(Instant at)
    {
        var milliseconds = at.ToUnixTimeMilliseconds();
        return milliseconds - (((milliseconds % Day) + Day) % Day);
    }

    /// <summary>Adds counts, always in the same order, so that two instances can't deadlock.</summary>
    public static IEnumerable<FormattableString> AddCounts(IEnumerable<UsageBatch> batches, Instant at) => batches
        .SelectMany(b => b.Counts, (b, c) => (b.Server, c.Article, c.Entry, c.Kind, c.Count))
        .OrderBy(c => c.Server, StringComparer.Ordinal)
        .ThenBy(c => c.Article, StringComparer.Ordinal)
        .ThenBy(c => c.Entry, StringComparer.Ordinal)
        .ThenBy(c => c.Kind)
        .Chunk(RowsPerStatement)
        .Select(rows => CreateStatement(
            "INSERT INTO usage (community, at, article, entry, kind, count) VALUES",
            [.. rows.Select(c => new object[] { c.Server, at, c.Article, c.Entry, c.Kind, (long)c.Count })],
            """
            ON CONFLICT (community, at, article, entry, kind) DO UPDATE SET count = usage.count + excluded.count
            """));

    /// <summary>Adds questions, always in the same order.</summary>
    public static IEnumerable<FormattableString> AddQuestions(IEnumerable<UsageBatch> batches, Instant at) => batches
        .SelectMany(b => b.Questions, (b, q) => (b.Server, q.Article, q.Text, q.Kind, q.Count))
        .OrderBy(q => q.Server, StringComparer.Ordinal)
        .ThenBy(q => q.Article, StringComparer.Ordinal)
        .ThenBy(q => q.Text, StringComparer.Ordinal)
        .Chunk(RowsPerStatement)
        .Select(rows => CreateStatement(
            "INSERT INTO questions (community, article, text, kind, count, first_at, last_at, dismissed) VALUES",
            [.. rows.Select(q => new object[] { q.Server, q.Article, q.Text, q.Kind, (long)q.Count, at, at, false })],
            """
            ON CONFLICT (community, article, text) DO UPDATE SET count = questions.count + excluded.count,
                first_at = CASE WHEN excluded.first_at < questions.first_at THEN excluded.first_at
                    ELSE questions.first_at END,
                kind = CASE WHEN excluded.last_at >= questions.last_at THEN excluded.kind ELSE questions.kind END,
                last_at = CASE WHEN excluded.last_at >= questions.last_at THEN excluded.last_at
                    ELSE questions.last_at END
            """));

    /// <summary>Sets what users chose instead, if the questions are stored.</summary>
    public static IEnumerable<FormattableString> SetSuggestions(IEnumerable<UsageBatch> batches) => batches
        .SelectMany(b => b.Suggestions, (b, s) => (FormattableString)
            $"""
            UPDATE questions SET suggested_entry = {s.Entry}
            WHERE community = {b.Server} AND article = {s.Article} AND text = {s.Text}
            """);

    /// <summary>
    /// Deletes a number of a server's questions: first those asked once, and of those, the ones whose last time is
    /// longest ago.
    /// </summary>
    public static FormattableString TrimQuestions(string server, long count) =>
        $"""
        DELETE FROM questions WHERE community = {server} AND (article, text) IN (
            SELECT article, text FROM questions WHERE community = {server}
            ORDER BY CASE WHEN count > 1 THEN 1 ELSE 0 END, last_at, article, text
            LIMIT {count})
        """;

    /// <summary>
    /// Adds up the counts of each day before a time; <see cref="DeleteFolded"/> then deletes the parts.
    /// </summary>
    public static FormattableString Fold(long before) =>
        $"""
        INSERT INTO usage (community, at, article, entry, kind, count)
        SELECT community, at - at % 86400000, article, entry, kind, sum(count) FROM usage
        WHERE at % 86400000 <> 0 AND at < {before}
        GROUP BY community, at - at % 86400000, article, entry, kind
        ON CONFLICT (community, at, article, entry, kind) DO UPDATE SET count = usage.count + excluded.count
        """;

    /// <summary>Deletes the counts that <see cref="Fold"/> has added up.</summary>
    public static FormattableString DeleteFolded(long before) =>
        $"DELETE FROM usage WHERE at % 86400000 <> 0 AND at < {before}";

    private static FormattableString CreateStatement(string insert, object[][] rows, string conflict)
    {
        var width = rows[0].Length;
        var values = rows.Select((_, row) =>
            $"({string.Join(", ", Enumerable.Range(row * width, width).Select(i => $"{{{i}}}"))})");
        return FormattableStringFactory.Create(
            $"{insert} {string.Join(", ", values)} {conflict}", [.. rows.SelectMany(r => r)]);
    }
}
