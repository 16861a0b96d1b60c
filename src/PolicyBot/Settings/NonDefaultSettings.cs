using System.ComponentModel;
using System.Reflection;
using PolicyBot.Storage;

namespace PolicyBot.Settings;

/// <summary>Lists the settings that differ from their defaults, without secrets.</summary>
internal static class NonDefaultSettings
{
    private const string Hidden = "(not shown)";

    // Where the bot serves, there always is a token.
    private static readonly HashSet<string> Omitted = [TokenReader.Token];
    private static readonly HashSet<string> Secrets =
        [$"{nameof(BotOptions.Storage)}:{nameof(StorageOptions.ConnectionString)}"];

    /// <summary>Lists their names and values.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> List(BotOptions options)
    {
        List<KeyValuePair<string, string>> changed = [];
        AddChanged(options, new BotOptions(), "");
        return changed;

        void AddChanged(object current, object defaults, string prefix)
        {
            foreach (var property in current.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                var name = prefix + property.Name;
                var (value, normal) = (property.GetValue(current), property.GetValue(defaults));
                if (SettingsSchema.IsSection(property.PropertyType)) AddChanged(value!, normal!, $"{name}:");
                else if (!Equals(value, normal) && !Omitted.Contains(name))
                    changed.Add(KeyValuePair.Create(name, Secrets.Contains(name) ? Hidden : Format(value)));
            }
        }
    }

    private static string Format(object? value) => value switch
    {
        null => "",
        Uri { UserInfo: not "" } address =>
            new UriBuilder(address) { UserName = "", Password = "" }.Uri.AbsoluteUri,
        _ => TypeDescriptor.GetConverter(value).ConvertToInvariantString(value) ?? "",
    };
}
