using System.Text;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Discord.Components;

/// <summary>
/// Writes what a button calls into its id, so that it works whenever it is pressed, also after a restart: <c>ask|entry=letter-date~topics</c>.
/// Behind the tilde stands where one came from, and so on. A backslash goes before any of the marks that is part of a name or value.
/// </summary>
internal static class CustomIdCodec
{
    private const int MaxLength = 100;
    private const char NextOption = '|';
    private const char Value = '=';
    private const char From = '~';
    private const char Escape = '\\';

    /// <summary>
    /// The id, or null where it would be longer than Discord takes; what has a shorter form is in that form where there is no room for the other. As
    /// much as there is room for of the way one came is in it. The place is not: it is where the button is pressed.
    /// </summary>
    public static string? Encode(CommandRequest invocation)
    {
        var code = Within("", invocation);
        for (var from = invocation.Previous; code is not null && from is not null && Within($"{code}{From}", from) is { } longer; from = from.Previous) code = longer;
        return code;
    }

    /// <summary>What an id calls; of one that is none of the bot's, a command that is not there.</summary>
    /// <param name="id">The id.</param>
    /// <param name="place">Where it was picked.</param>
    public static CommandRequest Decode(string id, string place)
    {
        // The last one has been come from first.
        CommandRequest? from = null;
        foreach (var step in Steps(id).Reverse<List<string>>())
        {
            var options = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 1; i + 1 < step.Count; i += 2) options[step[i]] = step[i + 1];
            from = new CommandRequest(step[0], options, place) { Previous = from };
        }

        return from!;
    }

    // Each step in its parts: the command, then names and values by turns.
    private static List<List<string>> Steps(string id)
    {
        List<List<string>> steps = [[]];
        var part = new StringBuilder();
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == Escape && i + 1 < id.Length)
            {
                part.Append(id[++i]);
            }
            else if (id[i] is NextOption or Value or From)
            {
                steps[^1].Add(part.ToString());
                part.Clear();
                if (id[i] == From) steps.Add([]);
            }
            else
            {
                part.Append(id[i]);
            }
        }

        steps[^1].Add(part.ToString());
        return steps;
    }

    private static string? Within(string before, CommandRequest invocation)
    {
        var code = before + Step(invocation);
        if (code.Length <= MaxLength) return code;
        return invocation.CompactForm is { } shorter ? Within(before, shorter) : null;
    }

    private static string Step(CommandRequest invocation)
    {
        var code = new StringBuilder();
        Append(code, invocation.Command);
        foreach (var (name, value) in invocation.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Append(code.Append(NextOption), name);
            Append(code.Append(Value), value);
        }

        return code.ToString();
    }

    private static void Append(StringBuilder code, string text)
    {
        foreach (var c in text)
        {
            if (c is Escape or NextOption or Value or From) code.Append(Escape);
            code.Append(c);
        }
    }
}
