using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace PolicyBot.Settings;

/// <summary>
/// Reads and checks the settings: from the settings file, then the user secrets, then environment variables
/// (<c>POLICYBOT_…</c>, and <c>DISCORD__…</c> for Discord); later sources take precedence.
/// </summary>
internal static class SettingsReader
{
    private const string EnvironmentPrefix = "POLICYBOT_";
    private const string ConnectionString = "Storage:ConnectionString";
    private const string TelemetryEndpoint = "Telemetry:Endpoint";

    private static readonly Dictionary<string, string> SecretVariables = new()
    {
        [TokenReader.Token] = "DISCORD__TOKEN",
        [ConnectionString] = EnvironmentPrefix + "Storage__ConnectionString",
    };

    private static readonly SettingsSchema Schema = new();

    /// <summary>Reads the settings.</summary>
    /// <param name="paths">Where the settings file is; the default one need not exist.</param>
    public static SettingsResult Read(AppPaths paths)
    {
        var file = paths.ShortSettingsFile;
        try
        {
            if (paths.NamedSettingsFile is not null && !File.Exists(paths.SettingsFile))
                return new SettingsResult.Invalid(
                    $"There is no settings file {file}. Create it, or choose another one with --config.");
            var settings = Build(paths.SettingsFile, out var secret);
            if (secret is not null)
            {
                return new SettingsResult.Invalid(
                    $"{secret} is in {file}, where it could be shared by mistake. "
                    + $"Move it to the environment variable {SecretVariables[secret]}.");
            }

            return Schema.FindProblem(settings) is { } problem ? CreateInvalid(problem) : Bind(settings);
        }
        catch (InvalidDataException e)
        {
            var source = e.Message.Contains("secrets.json", StringComparison.Ordinal) ? "The user secrets file" : file;
            return new SettingsResult.Invalid($"{source} can't be read; correct it: {Explain(e)}");
        }

        SettingsResult Bind(IConfigurationRoot settings)
        {
            var options = new BotOptions();
            settings.Bind(options);
            if (TokenReader.Read(options.Discord, paths) is { } problem) return CreateInvalid(problem);
            var result = new BotOptionsValidator().Validate(null, options);
            if (Connections.FindProblem(options.Discord) is { } missing) return CreateInvalid(missing);
            if (result.Failed) return CreateInvalid(FormatFailure(result.Failures.First()));
            return ShardIdsReader.Read(options) is { } wrong
                ? CreateInvalid(wrong)
                : new SettingsResult.Read(options, settings.GetSection("Logging"));
        }

        SettingsResult.Invalid CreateInvalid(string problem) =>
            new($"{problem} (in {file} or an environment variable: {EnvironmentPrefix}…, DISCORD__…).");
    }

    // The reader of the file says only that it isn't JSON; the exception inside says where.
    private static string Explain(InvalidDataException exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is not JsonException { LineNumber: { } line, BytePositionInLine: { } position }) continue;
            var problem = inner.Message.Split(" LineNumber:")[0];
            return string.Create(
                CultureInfo.InvariantCulture, $"line {line + 1}, column {position + 1}: {problem}");
        }

        return exception.InnerException?.Message ?? exception.Message;
    }

    private static IConfigurationRoot Build(string settingsFile, out string? secret)
    {
        var builder = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    // OpenTelemetry's own name, which others take precedence over.
                    [TelemetryEndpoint] = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"),
                })
            .AddJsonFile(settingsFile, optional: true);
        var inFile = builder.Build();
        secret = !string.IsNullOrEmpty(inFile[TokenReader.Token]) ? TokenReader.Token
            : HasPassword(inFile[ConnectionString]) ? ConnectionString
            : null;
        builder.AddUserSecrets(typeof(SettingsReader).Assembly, optional: true)
            .AddEnvironmentVariables(EnvironmentPrefix);
        // .NET bots commonly name the variable DISCORD__TOKEN.
        var discord = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Discord").AsEnumerable();
        return builder
            .AddInMemoryCollection(
                discord.Where(s => s.Value is not null && s.Key.Contains(':', StringComparison.Ordinal)))
            .Build();
    }

    // Npgsql doesn't read addresses (postgresql://…), but one may hold a password all the same.
    private static bool HasPassword(string? connectionString) => connectionString?.Split(';').Any(part =>
        part.Split('=')[0].Trim().ToUpperInvariant() is "PASSWORD" or "PWD"
        || (part.Contains("://", StringComparison.Ordinal) && part.Contains('@', StringComparison.Ordinal))) == true;

    // The validator writes "Member: message", and for a range its own message, which names the property's path.
    private static string FormatFailure(string failure)
    {
        const string Field = $"The field {nameof(BotOptions)}.";
        var message = failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        if (!message.StartsWith(Field, StringComparison.Ordinal)) return message;
        var (path, rest) = message[Field.Length..].Split(' ', 2) is [var first, var second]
            ? (first, second)
            : (message, "");
        // The bounds of a time span don't show that its first part is days.
        var hint = rest.Contains(":00:00", StringComparison.Ordinal) ? " (days.hours:minutes:seconds)" : "";
        return $"{path.Replace('.', ':')} {rest.TrimEnd('.')}{hint}; change it";
    }
}
