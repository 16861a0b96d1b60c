namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>The used properties of INTERACTION_CREATE.</summary>
internal sealed record InteractionCreatePayload(ulong Id, ulong ApplicationId, int Type, string Token)
{
    /// <summary>The type for a command.</summary>
    public const int Command = 2;

    /// <summary>The type for a button or menu.</summary>
    public const int Component = 3;

    /// <summary>The type for autocomplete.</summary>
    public const int Autocomplete = 4;

    /// <summary>The type for a submitted modal.</summary>
    public const int ModalSubmit = 5;

    /// <summary>The context of direct messages with the bot.</summary>
    public const int DirectMessages = 1;

    public ulong? ChannelId { get; init; }

    public InteractionChannelPayload? Channel { get; init; }

    /// <summary>Null outside of guilds.</summary>
    public ulong? GuildId { get; init; }

    public InstallationsPayload? AuthorizingIntegrationOwners { get; init; }

    public int? Context { get; init; }

    /// <summary>The user, in a guild.</summary>
    public MemberPayload? Member { get; init; }

    /// <summary>The user, outside of guilds.</summary>
    public UserPayload? User { get; init; }

    public InteractionDataPayload? Data { get; init; }

    /// <summary>The message whose button or menu was used, or opened the modal.</summary>
    public InteractionMessagePayload? Message { get; init; }
}
