using PolicyBot.Discord;

namespace PolicyBot.Settings;

/// <summary>Reads the token from the file that holds it.</summary>
internal static class TokenReader
{
    public const string Token = "Discord:Token";
    public const string TokenFile = "Discord:TokenFile";

    // Tokens have about seventy characters.
    private const int MaxLength = 1000;

    /// <summary>Puts the token into the options if they name a file.</summary>
    /// <returns>The problem and the fix, or null.</returns>
    public static string? Read(DiscordOptions options, AppPaths paths)
    {
        options.Token = string.IsNullOrWhiteSpace(options.Token) ? null : options.Token.Trim();
        if (string.IsNullOrWhiteSpace(options.TokenFile)) return null;
        if (options.Token is not null) return $"{Token} and {TokenFile} are both set; remove one of them";
        try
        {
            using var reader = new StreamReader(Path.GetFullPath(options.TokenFile, paths.CurrentFolder));
            var text = new char[MaxLength + 1];
            var length = reader.ReadBlock(text, 0, text.Length);
            if (length > MaxLength)
                return $"The file that {TokenFile} names holds more than a token; choose one that holds only the token";
            options.Token = new string(text, 0, length).Trim();
            return options.Token.Length > 0 ? null : $"The file that {TokenFile} names is empty; put the token into it";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The file that {TokenFile} names can't be read ({e.Message.TrimEnd('.')}); choose one that holds "
                + "the token";
        }
    }
}
