using System.Globalization;
using PolicyBot.FakeDiscord.Commands;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>
/// Finds users and channels that options contain by id, and rejects those that can't be chosen there.
/// </summary>
internal static class OptionValues
{
    public static IReadOnlyDictionary<string, object> Resolve(
        DiscordWorld world, IReadOnlyList<CommandOption> defined, IReadOnlyDictionary<string, object> given,
        DiscordChannel place) =>
        given.ToDictionary(
            pair => pair.Key,
            pair => defined.FirstOrDefault(option => option.Name == pair.Key) switch
            {
                { Type: OptionType.Channel } option => Channel(world, option, pair.Value, place),
                { Type: OptionType.User } option => User(world, option, pair.Value),
                _ => pair.Value,
            });

    private static DiscordChannel Channel(DiscordWorld world, CommandOption option, object value, DiscordChannel place)
    {
        var id = value is DiscordChannel given ? given.Id : Id(value);
        var channel = id is { } known ? world.FindChannel(known) : null;
        if (channel?.GuildId is null || channel.GuildId != place.GuildId)
            throw new ActionUnavailableException(
                $"The option {option.Name} takes a channel of the guild, not {value}.");
        if (option.ChannelTypes.Count > 0 && !option.ChannelTypes.Contains(ChannelWriter.GetChannelType(channel)))
        {
            throw new ActionUnavailableException(
                $"The option {option.Name} takes channels of the types {string.Join(", ", option.ChannelTypes)}, not "
                    + $"#{channel.Name}.");
        }

        return channel;
    }

    private static DiscordUser User(DiscordWorld world, CommandOption option, object value) =>
        value as DiscordUser
        ?? (Id(value) is { } id ? world.FindUser(id) : null)
        ?? throw new ActionUnavailableException($"The option {option.Name} takes a person, not {value}.");

    private static ulong? Id(object value) =>
        JsonReading.ParseId(Convert.ToString(value, CultureInfo.InvariantCulture));
}
