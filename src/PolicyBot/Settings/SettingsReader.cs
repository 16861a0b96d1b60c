using Microsoft.Extensions.Configuration;

namespace PolicyBot.Settings;

/// <summary>Reads and checks the settings.</summary>
internal static class SettingsReader
{
    private const string FileName = "policybot.json";
    private const string EnvironmentPrefix = "POLICYBOT_";

    private static readonly string[] Known = ["Article", "Matching", "Matching:AnswerThreshold", "Matching:OfferThreshold"];

    /// <summary>Reads them.</summary>
    /// <param name="configFolder">The folder of the settings' file, which need not be there; or null.</param>
    public static SettingsResult Read(string? configFolder)
    {
        try
        {
            var builder = new ConfigurationBuilder();
            if (configFolder is not null) builder.AddJsonFile(Path.GetFullPath(Path.Combine(configFolder, FileName)), optional: true);
            var settings = builder.AddEnvironmentVariables(EnvironmentPrefix).Build();
            if (settings.AsEnumerable().Select(s => s.Key).FirstOrDefault(k => !Known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } key)
                return Bad($"{key} is no setting; take it out, or name one of {string.Join(", ", Known.Where(k => k != "Matching"))}");

            var options = new BotOptions();
            settings.Bind(options);
            var result = new BotOptionsValidator().Validate(null, options);
            return result.Failed ? Bad(Message(result.Failures.First())) : new SettingsResult.Read(options);
        }
        catch (InvalidDataException e)
        {
            return new SettingsResult.Bad($"config/{FileName} cannot be read; mend it: {e.InnerException?.Message ?? e.Message}");
        }
        catch (InvalidOperationException e)
        {
            // The binder names the setting and its value.
            return Bad(e.Message.TrimEnd('.') + "; give it a number");
        }
    }

    private static SettingsResult.Bad Bad(string problem) =>
        new($"{problem} (in config/{FileName} or the environment, {EnvironmentPrefix}…).");

    // The validator writes "Member: message", and for a range "Member: The field BotOptions.Part.Member must be between …".
    private static string Message(string failure)
    {
        const string Field = $"The field {nameof(BotOptions)}.";
        var message = failure[(failure.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        if (!message.StartsWith(Field, StringComparison.Ordinal)) return message;
        var (name, rest) = message[Field.Length..].Split(' ', 2) is [var first, var second] ? (first, second) : (message, "");
        return $"{name.Replace('.', ':')} {rest.TrimEnd('.')}; change it";
    }
}
