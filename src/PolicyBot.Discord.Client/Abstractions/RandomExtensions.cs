namespace PolicyBot.Discord.Client.Abstractions;

/// <summary>Extends <see cref="Random"/>.</summary>
internal static class RandomExtensions
{
    /// <summary>
    /// Gets a number from 0 to 1, with the generator locked: it isn't safe for many threads by itself.
    /// </summary>
    public static double NextDoubleLocked(this Random random)
    {
        lock (random) return random.NextDouble();
    }
}
