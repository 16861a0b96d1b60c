using System.Text.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Writes the users, roles and channels in options, so that a bot doesn't need to request them.</summary>
internal static class ResolvedWriter
{
    public static void Write(
        Utf8JsonWriter writer, IReadOnlyDictionary<string, object> given, DiscordUser user, DiscordWorld world)
    {
        var users = given.Values.OfType<DiscordUser>().DistinctBy(named => named.Id).ToList();
        var channels = given.Values.OfType<DiscordChannel>().DistinctBy(named => named.Id).ToList();
        if (users.Count == 0 && channels.Count == 0)
            return;
        writer.WriteStartObject("resolved"u8);
        WriteEach(writer, "users", users, named => named.Id, UserWriter.WriteUserValue);
        WriteEach(writer, "channels", channels, named => named.Id, (inner, named) =>
            ChannelWriter.WriteResolved(inner, named, world, user.Permissions));
        writer.WriteEndObject();
    }

    private static void WriteEach<T>(
        Utf8JsonWriter writer, string name, IReadOnlyList<T> named, Func<T, ulong> id, Action<Utf8JsonWriter, T> write)
    {
        if (named.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var one in named)
        {
            writer.WritePropertyName($"{id(one)}");
            write(writer, one);
        }

        writer.WriteEndObject();
    }
}
