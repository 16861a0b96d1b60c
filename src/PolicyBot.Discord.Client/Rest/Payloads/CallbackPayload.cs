namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The first response to an interaction.</summary>
internal sealed record CallbackPayload(int Type, MessagePayload? Data)
{
    /// <summary>The bot is working on a message that all will see.</summary>
    public static CallbackPayload Deferral { get; } = new(5, null);

    /// <summary>The bot is working on a message that the user alone will see.</summary>
    public static CallbackPayload PrivateDeferral { get; } = new(5, MessagePayload.EphemeralOnly);

    /// <summary>The bot is working on a change of the message that was used.</summary>
    public static CallbackPayload UpdateDeferral { get; } = new(6, null);

    /// <summary>A message.</summary>
    public static CallbackPayload Message(MessagePayload message) => new(4, message);

    /// <summary>A message in place of the one that was used.</summary>
    public static CallbackPayload Update(MessagePayload message) => new(7, message);
}
