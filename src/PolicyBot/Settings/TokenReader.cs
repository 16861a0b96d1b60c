using PolicyBot.Discord;

namespace PolicyBot.Settings;

/// <summary>Takes the token from the file that holds it.</summary>
internal static class TokenReader
{
    public const string Token = "Discord:Token";
    public const string TokenFile = "Discord:TokenFile";

    // Tokens have some seventy characters.
    private const int MaxLength = 1000;

    /// <summary>Puts the token into the settings where a file is named.</summary>
    /// <returns>Null, or what is wrong, and the mend.</returns>
    public static string? Read(DiscordOptions options, AppPaths surroundings)
    {
        options.Token = string.IsNullOrWhiteSpace(options.Token) ? null : options.Token.Trim();
        if (string.IsNullOrWhiteSpace(options.TokenFile)) return null;
        if (options.Token is not null) return $"{Token} and {TokenFile} are both set; take one of them out";
        try
        {
            using var reader = new StreamReader(Path.GetFullPath(options.TokenFile, surroundings.CurrentFolder));
            var text = new char[MaxLength + 1];
            var length = reader.ReadBlock(text, 0, text.Length);
            if (length > MaxLength) return $"{TokenFile} names a file that holds more than a token; name one that holds nothing else";
            options.Token = new string(text, 0, length).Trim();
            return options.Token.Length > 0 ? null : $"{TokenFile} names a file that is empty; put the token into it";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{TokenFile} names a file that cannot be read ({e.Message.TrimEnd('.')}); name one that holds the token";
        }
    }
}
