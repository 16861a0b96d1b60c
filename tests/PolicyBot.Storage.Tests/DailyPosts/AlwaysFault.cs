namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>A random source for <see cref="FaultyChannels"/>: every post has this fault; searches have none.</summary>
internal sealed class AlwaysFault(int fault) : Random
{
    public override double NextDouble() => 0.75;

    public override int Next(int maxValue) => fault;
}
