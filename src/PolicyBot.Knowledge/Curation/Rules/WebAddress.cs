namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Reads addresses that replies link to.</summary>
internal static class WebAddress
{
    /// <summary>
    /// Gets an http or https address without a user name, percent-encoded; null if the text isn't one.
    /// </summary>
    public static string? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.UserInfo.Length == 0
            ? url.AbsoluteUri
            : null;
}
