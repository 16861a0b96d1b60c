namespace PolicyBot.Storage.Schema;

/// <summary>
/// The articles of a server apart from the first, as JSON in one column: <c>{"more":["a"],"channels":{"12":["b"]}}</c>.
/// </summary>
/// <param name="More">The names of the server's further articles.</param>
/// <param name="Channels">The names of the articles of channels, by the channel's id.</param>
internal sealed record ArticleChoices(
    IReadOnlyList<string>? More, IReadOnlyDictionary<string, IReadOnlyList<string>>? Channels);
