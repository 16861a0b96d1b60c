namespace PolicyBot.FakeDiscord.Contract;

/// <summary>An error at a position in a JSON value.</summary>
/// <param name="Place">A JSON path: <c>$.embeds[0].title</c>.</param>
/// <param name="Keyword">The schema's keyword that the value does not fit.</param>
/// <param name="Text">What is wrong.</param>
internal sealed record Problem(string Place, string Keyword, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}
