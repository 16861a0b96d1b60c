namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Discord refused the connection, and would refuse it again.</summary>
/// <param name="refusal">Why.</param>
/// <param name="closeCode">The gateway's close code, or null if the HTTP API refused it.</param>
public sealed class ConnectionRefusedException(ConnectionRefusal refusal, int? closeCode = null)
    : DiscordException(closeCode is null ? $"{refusal}" : $"{refusal} (close code {closeCode})")
{
    /// <summary>Why Discord refused the connection.</summary>
    public ConnectionRefusal Refusal { get; } = refusal;

    /// <summary>The gateway's close code, or null if the HTTP API refused it.</summary>
    public int? CloseCode { get; } = closeCode;
}
