namespace PolicyBot.Chat.Tests.Support;

/// <summary>Returns the given numbers in order.</summary>
internal sealed class FixedOrder(params int[] numbers) : Random(1)
{
    private int _next;

    public override int Next(int maxValue) => numbers[_next++];
}
