namespace PolicyBot.Discord.Http.Payloads;

/// <summary>The first response to an interaction.</summary>
internal sealed record CallbackPayload(int Type, MessagePayload? Data)
{
    /// <summary>The bot is working on a message.</summary>
    public static CallbackPayload Deferral { get; } = new(5, null);

    /// <summary>A message.</summary>
    public static CallbackPayload Message(MessagePayload message) => new(4, message);
}
