namespace PolicyBot.FakeDiscord.Tests.Limits;

/// <summary>Creates parts of JSON bodies of a given length.</summary>
internal static class JsonParts
{
    public static string Text(int length) => new('x', length);

    public static string List(int count, Func<int, string> item) =>
        $"[{string.Join(',', Enumerable.Range(0, count).Select(item))}]";
}
