using System.Text;
using PolicyBot.Chat.Commands;

namespace PolicyBot.Discord.Picking;

/// <summary>
/// Writes what a button calls into its id, so that it works whenever it is pressed, also after a restart: <c>ask|entry=letter-date</c>. A backslash goes
/// before a backslash, bar or equals sign that is part of a name or value.
/// </summary>
internal static class InvocationCode
{
    private const int MaxLength = 100;

    /// <summary>The id, or null where it would be longer than Discord takes. The place is not in it: it is where the button is pressed.</summary>
    public static string? Of(Invocation invocation)
    {
        var code = new StringBuilder();
        Append(code, invocation.Command);
        foreach (var (name, value) in invocation.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Append(code.Append('|'), name);
            Append(code.Append('='), value);
        }

        return code.Length <= MaxLength ? code.ToString() : null;
    }

    /// <summary>The command and its options that an id calls; of one that is none of the bot's, a command that is not there.</summary>
    public static (string Command, Dictionary<string, string> Options) Read(string id)
    {
        List<string> parts = [];
        var part = new StringBuilder();
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == '\\' && i + 1 < id.Length)
            {
                part.Append(id[++i]);
            }
            else if (id[i] is '|' or '=')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(id[i]);
            }
        }

        parts.Add(part.ToString());
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i + 1 < parts.Count; i += 2) options[parts[i]] = parts[i + 1];
        return (parts[0], options);
    }

    private static void Append(StringBuilder code, string text)
    {
        foreach (var c in text)
        {
            if (c is '\\' or '|' or '=') code.Append('\\');
            code.Append(c);
        }
    }
}
