namespace PolicyBot.Chat.Tests.Support;

/// <summary>Gives these numbers in turn.</summary>
internal sealed class FixedOrder(params int[] numbers) : Random(1)
{
    private int _next;

    public override int Next(int maxValue) => numbers[_next++];
}
