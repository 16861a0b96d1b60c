namespace PolicyBot.IntegrationTests.Support;

/// <summary>A random source with a constant value, so that random delays are known.</summary>
internal sealed class FixedRandom(double value) : Random(1)
{
    public override double NextDouble() => value;

    public override int Next(int maxValue) => (int)(value * maxValue);

    protected override double Sample() => value;
}
