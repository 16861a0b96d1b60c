namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>What is read of INTERACTION_CREATE.</summary>
internal sealed record InteractionCreatePayload(ulong Id, ulong ApplicationId, int Type, string Token)
{
    /// <summary>A command was used.</summary>
    public const int Command = 2;

    /// <summary>A button or menu was used.</summary>
    public const int Component = 3;

    /// <summary>A command is being typed.</summary>
    public const int Autocomplete = 4;

    /// <summary>It happened in direct messages with the bot.</summary>
    public const int DirectMessages = 1;

    public ulong? ChannelId { get; init; }

    /// <summary>Null outside of guilds.</summary>
    public ulong? GuildId { get; init; }

    public InstallationsPayload? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Where it happened.</summary>
    public int? Context { get; init; }

    /// <summary>Who used it, in a guild.</summary>
    public MemberPayload? Member { get; init; }

    /// <summary>Who used it, elsewhere.</summary>
    public UserPayload? User { get; init; }

    public InteractionDataPayload? Data { get; init; }

    /// <summary>The message that the button or menu stands under.</summary>
    public InteractionMessagePayload? Message { get; init; }
}
