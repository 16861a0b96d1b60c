namespace PolicyBot.Discord.Client.Rest.Payloads;

internal sealed record EmbedImagePayload(string Url)
{
    /// <summary>A file that goes with the message.</summary>
    public static EmbedImagePayload FromFile(string name) => new($"attachment://{name}");
}
