using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Json;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Finds users, channels and messages by the names that people use.</summary>
internal sealed class EntityFinder(FakeDiscordServer server)
{
    public DiscordUser FindUser(string? name)
    {
        if (name is null)
            return server.User;
        var id = JsonReading.ParseId(name);
        return server.Users.FirstOrDefault(
            user => user.Id == id || user.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ControlException(
                $"There is no user {name}, but: "
                    + $"{string.Join(", ", server.Users.Select(user => $"{user.Name} ({user.Id})"))}.");
    }

    public DiscordGuild FindGuild(string id) =>
        server.Guilds.FirstOrDefault(guild => guild.Id == JsonReading.ParseId(id))
            ?? throw new ControlException(
                $"There is no guild {id}, but: "
                    + $"{string.Join(", ", server.Guilds.Take(20).Select(guild => $"{guild.Name} ({guild.Id})"))}.");

    /// <summary>Finds a channel by name or id; "dm" is the user's direct messages with the bot.</summary>
    public DiscordChannel FindChannel(string? name, DiscordUser user)
    {
        if (name is null)
            return server.Channel;
        if (name.Equals("dm", StringComparison.OrdinalIgnoreCase))
            return server.GetDirectMessages(user);
        var id = JsonReading.ParseId(name);
        var plain = name.TrimStart('#');
        return server.Channels.FirstOrDefault(channel => channel.Id == id)
            ?? server.Channels.FirstOrDefault(channel =>
                channel.GuildId is not null && channel.Name.Equals(plain, StringComparison.OrdinalIgnoreCase))
            ?? throw new ControlException(
                $"There is no channel {name}, but: dm, "
                + string.Join(", ", server.Channels.Where(channel => channel.GuildId is not null).Select(Describe))
                + ".");
    }

    /// <summary>Finds a message by id; "last" is the bot's latest one in the default channel.</summary>
    public SentMessage FindMessage(string name)
    {
        if (name.Equals("last", StringComparison.OrdinalIgnoreCase))
        {
            return server.GetMessages(server.Channel).LastOrDefault(message => message.AuthorId == server.Bot.UserId)
                ?? throw new ControlException("The bot has written nothing here yet.");
        }

        return JsonReading.ParseId(name) is { } id && server.FindMessage(id) is { } found
            ? found
            : throw new ControlException(
                $"There is no message {name}. GET /control/channel shows the messages with their ids.");
    }

    public InteractionState FindOpenModal(DiscordUser user) =>
        server.Components.Interactions.FindOpenModal(user.Id)
            ?? throw new ControlException(
                $"{user.Name} has no open modal. A command or button opens one: POST /control/commands.");

    public string Describe(DiscordChannel channel) =>
        channel.GuildId is null ? $"dm with {channel.Name} ({channel.Id})" : $"{channel.Name} ({channel.Id})";
}
