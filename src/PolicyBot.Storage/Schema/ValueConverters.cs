using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Storage.Schema;

/// <summary>Defines how values are stored, so that both databases store and order them in the same way.</summary>
internal static class ValueConverters
{
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    /// <summary>Applies them to all properties, and to the parameters of SQL statements.</summary>
    public static void AddTo(ModelConfigurationBuilder configuration)
    {
        Add<Instant, UnixMilliseconds>(configuration);
        Add<LocalDate, IsoDate>(configuration);
        Add<LocalTime, Minutes>(configuration);
        configuration.Properties<DateTimeZone>().HaveConversion<TimeZoneId>();
        Add<DailyContent, Name<DailyContent>>(configuration);
        Add<LedgerState, LedgerStateName>(configuration);
        Add<UsageKind, Name<UsageKind>>(configuration);
        Add<DailyPost, Json>(configuration);
        Add<ArticleChoices, ArticlesJson>(configuration);
    }

    private static void Add<T, TConverter>(ModelConfigurationBuilder configuration)
        where T : notnull
        where TConverter : ValueConverter
    {
        configuration.Properties<T>().HaveConversion<TConverter>();
        configuration.DefaultTypeMapping<T>().HasConversion<TConverter>();
    }

    private static string Format<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static T Parse<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private sealed class UnixMilliseconds() : ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => Instant.FromUnixTimeMilliseconds(number));

    // yyyy-MM-dd
    private sealed class IsoDate() : ValueConverter<LocalDate, string>(
        date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).GetValueOrThrow());

    // HH:mm
    private sealed class Minutes() : ValueConverter<LocalTime, string>(
        time => TimePattern.Format(time), text => TimePattern.Parse(text).GetValueOrThrow());

    // The IANA database never removes an id.
    private sealed class TimeZoneId() : ValueConverter<DateTimeZone, string>(
        zone => zone.Id, id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZone.Utc);

    // In snake_case.
    private sealed class Name<T>() : ValueConverter<T, string>(value => Format(value), name => Parse<T>(name))
        where T : struct, Enum;

    // A skipped day is called "dropped".
    private sealed class LedgerStateName() : ValueConverter<LedgerState, string>(
        state => state == LedgerState.Skipped ? Dropped : Format(state),
        name => name == Dropped ? LedgerState.Skipped : Parse<LedgerState>(name))
    {
        private const string Dropped = "dropped";
    }

    private sealed class ArticlesJson() : ValueConverter<ArticleChoices, string>(
        choices => JsonSerializer.Serialize(choices, JsonSerializerOptions.Web),
        json => JsonSerializer.Deserialize<ArticleChoices>(json, JsonSerializerOptions.Web)!);

    private sealed class Json() : ValueConverter<DailyPost, string>(
        post => PostJson.Write(post), json => PostJson.Read(json));
}
