using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PolicyBot.Settings;

/// <summary>All settings: the properties of <see cref="BotOptions"/>, and the log levels.</summary>
internal sealed class SettingsSchema
{
    private const string LogLevels = "Logging:LogLevel";

    private readonly SortedDictionary<string, Type> _settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase) { "Logging", LogLevels };

    public SettingsSchema() => Add(typeof(BotOptions), "");

    /// <summary>Returns what is wrong with the names or the form of the values and the fix, or null.</summary>
    public string? FindProblem(IConfiguration settings) =>
        FindUnknown(settings) ?? FindValueOfSection(settings) ?? FindUnreadable(settings) ?? FindUnknownLevel(settings);

    /// <summary>Whether the settings of a type are a section.</summary>
    public static bool IsSection(Type type) =>
        type.IsClass && type.Assembly.GetName().Name!.StartsWith("PolicyBot", StringComparison.Ordinal);

    private void Add(Type options, string prefix)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (key, type) = (prefix + property.Name, property.PropertyType);
            if (!IsSection(type))
            {
                _settings.Add(key, type);
                continue;
            }

            _sections.Add(key);
            Add(type, $"{key}:");
        }
    }

    private string? FindUnknown(IConfiguration settings)
    {
        var unknown = settings.AsEnumerable().FirstOrDefault(s =>
            !_settings.ContainsKey(s.Key) && !_sections.Contains(s.Key)
            && !s.Key.StartsWith($"{LogLevels}:", StringComparison.OrdinalIgnoreCase)).Key;
        return unknown is null
            ? null
            : $"Unknown setting {unknown}; remove it, or use one of {string.Join(", ", _settings.Keys)}, "
                + $"{LogLevels}:Default";
    }

    private string? FindValueOfSection(IConfiguration settings) =>
        _sections.FirstOrDefault(s => !string.IsNullOrEmpty(settings[s])) is { } section
            ? $"{section} is a section and can't be “{settings[section]}”; set the settings inside it"
            : null;

    private string? FindUnreadable(IConfiguration settings)
    {
        foreach (var (key, type) in _settings)
        {
            var valueType = Nullable.GetUnderlyingType(type) ?? type;
            if (settings[key] is { } value && !IsReadable(value, valueType))
                return $"{key} can't be “{value}”; {DescribeValues(valueType)}";
        }

        return null;
    }

    private static bool IsReadable(string value, Type type) => type.IsEnum
        ? Enum.TryParse(type, value, ignoreCase: true, out _)
        : type == typeof(string) || TypeDescriptor.GetConverter(type).IsValid(null, value);

    private static string? FindUnknownLevel(IConfiguration settings) =>
        settings.GetSection(LogLevels).GetChildren()
            .FirstOrDefault(l => !Enum.TryParse<LogLevel>(l.Value, ignoreCase: true, out _)) is { } level
            ? $"{level.Path} can't be “{level.Value}”; use {FormatChoice(Enum.GetNames<LogLevel>())}"
            : null;

    private static string DescribeValues(Type type) =>
        type == typeof(TimeSpan) ? "write hours, minutes and seconds, as in 06:00:00, or with days, as in 30.00:00:00"
        : type == typeof(bool) ? "write true or false"
        : type == typeof(double) ? "write a number such as 0.5"
        : type.IsEnum ? $"use {FormatChoice(Enum.GetNames(type))}"
        : type.IsPrimitive ? "write a whole number"
        : "change it";

    private static string FormatChoice(string[] names) => $"{string.Join(", ", names[..^1])} or {names[^1]}";
}
