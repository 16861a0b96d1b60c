namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>The first response to an interaction.</summary>
internal sealed record CallbackPayload(int Type, MessagePayload? Data)
{
    /// <summary>Announces a message for everyone.</summary>
    public static CallbackPayload Deferral { get; } = new(5, null);

    /// <summary>Announces a message for the user only.</summary>
    public static CallbackPayload PrivateDeferral { get; } = new(5, MessagePayload.EphemeralOnly);

    /// <summary>Announces a change of the message whose button or menu was used.</summary>
    public static CallbackPayload UpdateDeferral { get; } = new(6, null);

    /// <summary>Sends a new message.</summary>
    public static CallbackPayload Message(MessagePayload message) => new(4, message);

    /// <summary>Replaces the message whose button or menu was used.</summary>
    public static CallbackPayload Update(MessagePayload message) => new(7, message);
}
