using System.Globalization;
using Discord;
using Discord.WebSocket;
using PolicyBot.Discord.Connecting;

namespace PolicyBot.DiscordNet.Events;

/// <summary>Reads the library's interactions.</summary>
internal static class InteractionReader
{
    /// <summary>What somebody did, or null where it is no use of a command, a button or a menu.</summary>
    public static InteractionUse? Use(SocketInteraction interaction) => interaction switch
    {
        SocketSlashCommand { Data: var data } => new InteractionUse.Command(data.Name, Options(data.Options.Select(o => (o.Name, (object?)o.Value)))),
        SocketMessageCommand { Data: var data } => new InteractionUse.MessageCommand(data.Name, data.Message?.Content ?? ""),
        SocketMessageComponent { Data.Values.Count: > 0 } component => new InteractionUse.Pick(component.Data.Values.First(), Under(component)),
        SocketMessageComponent { Data.CustomId: { } id } component => new InteractionUse.Pick(id, Under(component)),
        SocketAutocompleteInteraction { Data: { Current: { } focused } data } =>
            new InteractionUse.Typing(data.CommandName, Options(data.Options.Select(o => (o.Name, (object?)o.Value))), focused.Name),
        _ => null,
    };

    // What stands in direct messages, nobody else sees.
    private static PickedMessage Under(SocketMessageComponent component) => component switch
    {
        { ContextType: InteractionContextType.BotDm } => PickedMessage.Private,
        { Message: { } message } when message.Flags?.HasFlag(MessageFlags.Ephemeral) == true => PickedMessage.Private,
        { Message: { } message } when AnsweredUser(message) == component.User.Id => PickedMessage.Own,
        _ => PickedMessage.Others,
    };

    private static ulong? AnsweredUser(SocketUserMessage message) => message.InteractionMetadata?.UserId ?? message.ReferencedMessage?.Author?.Id;

    private static Dictionary<string, string> Options(IEnumerable<(string Name, object? Value)> options)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in options)
        {
            values[name] = value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
            };
        }

        return values;
    }
}
