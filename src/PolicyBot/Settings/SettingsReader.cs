using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using PolicyBot.Hosting;

namespace PolicyBot.Settings;

/// <summary>
/// Reads and checks the settings: from the settings' file, then what goes before it: the user's secrets, and the environment (<c>POLICYBOT_…</c>,
/// and for Discord <c>DISCORD__…</c>).
/// </summary>
internal static class SettingsReader
{
    private const string FileName = "policybot.json";
    private const string EnvironmentPrefix = "POLICYBOT_";
    private const string LogLevels = "Logging:LogLevel";

    private const string ConnectionString = "Storage:ConnectionString";

    private static readonly Dictionary<string, string> SecretVariables = new() { [TokenReader.Token] = "DISCORD__TOKEN", [ConnectionString] = EnvironmentPrefix + "Storage__ConnectionString" };

    private static readonly string[] Sections = ["Matching", "Discord", "Storage", "Daily", "Privacy", "Logging", LogLevels];

    private static readonly string[] Known =
    [
        "Article", "Matching:AnswerThreshold", "Matching:OfferThreshold", "Matching:Encoder",
        TokenReader.Token, TokenReader.TokenFile, Connections.Setting, "Discord:ApiUrl", "Discord:DevelopmentGuild", "Discord:Shards", "Discord:UserLimit", "Discord:ChannelLimit",
        "Storage:Provider", ConnectionString, "Storage:DataFolder", "Daily:CatchUpWindow", "Privacy:KeepQuestions", "Privacy:Retention",
        LogLevels + ":Default",
    ];

    /// <summary>Reads them.</summary>
    /// <param name="surroundings">Where the settings' file is, which need not be there.</param>
    public static SettingsResult Read(AppPaths surroundings)
    {
        try
        {
            var settings = Build(surroundings.ConfigFolder, out var secret);
            if (secret is not null) return new SettingsResult.Bad($"{secret} stands in config/{FileName}, where secrets get shared by mistake; put it into the environment ({SecretVariables[secret]}) and take it out there.");
            if (settings.AsEnumerable().FirstOrDefault(s => !IsKnown(s.Key)).Key is { } key)
                return Bad($"{key} is no setting; take it out, or name one of {string.Join(", ", Known)}");
            if (Sections.FirstOrDefault(s => !string.IsNullOrEmpty(settings[s])) is { } section)
                return Bad($"{section} is “{settings[section]}”, but holds settings of its own; write those");
            if (settings.GetSection(LogLevels).GetChildren().FirstOrDefault(l => !Enum.TryParse<LogLevel>(l.Value, ignoreCase: true, out _)) is { } level)
                return Bad($"{level.Path} is no level; name one of {string.Join(", ", Enum.GetNames<LogLevel>())}");

            var options = new BotOptions();
            settings.Bind(options);
            if (TokenReader.Read(options.Discord, surroundings) is { } problem) return Bad(problem);
            var result = new BotOptionsValidator().Validate(null, options);
            if (Connections.Problem(options.Discord) is { } missing) return Bad(missing);
            return result.Failed ? Bad(Message(result.Failures.First())) : new SettingsResult.Read(options, settings.GetSection("Logging"));
        }
        catch (InvalidDataException e)
        {
            var file = e.Message.Contains("secrets.json", StringComparison.Ordinal) ? "The file of the user's secrets" : $"config/{FileName}";
            return new SettingsResult.Bad($"{file} cannot be read; mend it: {e.InnerException?.Message ?? e.Message}");
        }
        catch (InvalidOperationException e)
        {
            return Bad(UnreadableValue.Explain(e));
        }
    }

    private static IConfigurationRoot Build(string? configFolder, out string? secret)
    {
        var builder = new ConfigurationBuilder();
        if (configFolder is not null) builder.AddJsonFile(Path.GetFullPath(Path.Combine(configFolder, FileName)), optional: true);
        var inFile = builder.Build();
        secret = !string.IsNullOrEmpty(inFile[TokenReader.Token]) ? TokenReader.Token : HasPassword(inFile[ConnectionString]) ? ConnectionString : null;
        builder.AddUserSecrets(typeof(SettingsReader).Assembly, optional: true).AddEnvironmentVariables(EnvironmentPrefix);
        // DISCORD__TOKEN is the name that bots on .NET commonly use.
        var discord = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Discord");
        return builder.AddInMemoryCollection(discord.AsEnumerable().Where(s => s.Value is not null && s.Key.Contains(':', StringComparison.Ordinal))).Build();
    }

    // The form of an address is none that Npgsql reads, but may hold a password all the same.
    private static bool HasPassword(string? connectionString) =>
        connectionString?.Split(';').Any(p => p.Split('=')[0].Trim().ToUpperInvariant() is "PASSWORD" or "PWD" || (p.Contains("://", StringComparison.Ordinal) && p.Contains('@', StringComparison.Ordinal))) == true;

    private static bool IsKnown(string key) =>
        Known.Concat(Sections).Contains(key, StringComparer.OrdinalIgnoreCase) || key.StartsWith(LogLevels + ":", StringComparison.OrdinalIgnoreCase);

    private static SettingsResult.Bad Bad(string problem) =>
        new($"{problem} (in config/{FileName}, or the environment: {EnvironmentPrefix}…, DISCORD__…).");

    // The validator writes "Member: message", and for a range "Member: The field BotOptions.Part.Member must be between …".
    private static string Message(string failure)
    {
        const string Field = $"The field {nameof(BotOptions)}.";
        var message = failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        if (!message.StartsWith(Field, StringComparison.Ordinal)) return message;
        var (name, rest) = message[Field.Length..].Split(' ', 2) is [var first, var second] ? (first, second) : (message, "");
        // Of spans of time the bounds alone do not tell what is days in them.
        return $"{name.Replace('.', ':')} {rest.TrimEnd('.')}{(rest.Contains(":00:00", StringComparison.Ordinal) ? " (days.hours:minutes:seconds)" : "")}; change it";
    }
}
