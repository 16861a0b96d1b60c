using System.Text.RegularExpressions;
using PolicyBot.Chat.Articles;
using PolicyBot.Discord;
using PolicyBot.Storage;

namespace PolicyBot.Settings;

/// <summary>Says of a value that the binder could not read what it may be; its own words name a type.</summary>
internal static partial class UnreadableValue
{
    /// <summary>
    /// What is wrong with which setting, and the mend; the binder's words where it is about something else.
    /// </summary>
    public static string Explain(InvalidOperationException fault)
    {
        if (Words().Match(fault.Message) is not { Success: true, Groups: var parts })
            return fault.Message.TrimEnd('.') + "; change it";
        var hint = parts["type"].Value switch
        {
            "System.TimeSpan" => "write hours, minutes and seconds as in 06:00:00, with days before as in 30.00:00:00",
            "System.Boolean" => "write true or false",
            "System.Int32" or "System.UInt64" => "write a whole number",
            "System.Double" => "write a number such as 0.5",
            var type when type == typeof(StorageProvider).FullName =>
                $"name {string.Join(" or ", Enum.GetNames<StorageProvider>())}",
            var type when type == typeof(ConnectionKind).FullName =>
                $"name {string.Join(" or ", Enum.GetNames<ConnectionKind>())}",
            var type when type == typeof(EncoderUse).FullName => "name auto, on or off",
            _ => "change it",
        };
        return $"{parts["key"].Value} cannot be “{parts["value"].Value}”; {hint}";
    }

    // "Failed to convert configuration value 'soon' at 'Daily:CatchUpWindow' to type 'System.TimeSpan'."
    [GeneratedRegex(
        "value '(?<value>.*)' at '(?<key>[^']+)' to type '(?<type>[^']+)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Words();
}
