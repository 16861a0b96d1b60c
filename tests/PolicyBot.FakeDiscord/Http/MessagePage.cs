using System.Globalization;
using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The requested messages of a channel, newest first: before, after or around a message.</summary>
internal sealed record MessagePage(int Limit, ulong? Before, ulong? After, ulong? Around)
{
    private const int Usual = 50;
    private const int Most = 100;

    public static MessagePage Read(IQueryCollection query, FieldErrors errors)
    {
        var limit = Usual;
        if (query.TryGetValue("limit", out var asked)
            && (!int.TryParse(asked, NumberStyles.Integer, CultureInfo.InvariantCulture, out limit)
                || limit < 1
                || limit > Most))
        {
            errors.Add("limit", "NUMBER_TYPE_COERCE", $"int value should be from 1 to {Most}.");
        }

        return new MessagePage(
            limit, Id(query, "before", errors), Id(query, "after", errors), Id(query, "around", errors));
    }

    /// <summary>The page, newest first.</summary>
    public IReadOnlyList<StoredMessage> Select(IReadOnlyList<StoredMessage> oldestFirst)
    {
        if (Around is { } around)
        {
            var older = oldestFirst.Where(message => message.Id <= around).TakeLast((Limit + 1) / 2);
            var newer = oldestFirst.Where(message => message.Id > around).Take(Limit / 2);
            return [.. older.Concat(newer).Reverse()];
        }

        var fitting = oldestFirst.Where(
            message => (Before is null || message.Id < Before) && (After is null || message.Id > After));
        var page = After is not null && Before is null ? fitting.Take(Limit) : fitting.TakeLast(Limit);
        return [.. page.Reverse()];
    }

    private static ulong? Id(IQueryCollection query, string name, FieldErrors errors)
    {
        if (!query.TryGetValue(name, out var text))
            return null;
        if (JsonReading.ParseId(text) is { } id)
            return id;
        errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{text}\" is not snowflake.");
        return null;
    }
}
