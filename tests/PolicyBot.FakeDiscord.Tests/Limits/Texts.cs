namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Parts of JSON bodies, as long or as many as wanted.</summary>
internal static class Texts
{
    public static string Of(int length) => new('x', length);

    public static string List(int count, Func<int, string> item) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(item))}]";
}
