namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The bits of the gateway's intents.</summary>
internal static class Intents
{
    public const int Guilds = 1 << 0;
    public const int GuildMembers = 1 << 1;
    public const int GuildPresences = 1 << 8;
    public const int GuildMessages = 1 << 9;
    public const int DirectMessages = 1 << 12;
    public const int MessageContent = 1 << 15;

    public const int Defined = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25;
    public const int Unprivileged = Defined & ~(GuildMembers | GuildPresences | MessageContent);
}
