namespace PolicyBot.Health;

/// <summary>The address of the health checks can't be used. The message says why, and the fix.</summary>
internal sealed class HealthAddressException(string message, Exception innerException)
    : Exception(message, innerException);
