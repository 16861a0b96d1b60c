namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>A registered command's id.</summary>
internal sealed record CommandIdPayload(ulong Id, string Name, int Type)
{
    private const int SlashCommand = 1;

    public bool IsSlashCommand => Type == SlashCommand;
}
