using System.Text;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Discord.Components;

/// <summary>
/// Encodes requests in the custom ids of buttons and modals, so that they work without stored state, even after a
/// restart: <c>ask|entry=letter-date~topics</c>. After the tilde comes the previous request, to go back to, and so on.
/// A backslash escapes these characters.
/// </summary>
internal static class CustomIdCodec
{
    private const int MaxLength = 100;
    private const char OptionSeparator = '|';
    private const char ValueSeparator = '=';
    private const char PreviousSeparator = '~';
    private const char Escape = '\\';

    /// <summary>
    /// Encodes a request and as many of its previous requests as fit. If one is too long, its compact form is used. The
    /// conversation isn't encoded: it is where the button is pressed.
    /// </summary>
    /// <returns>The custom id, or null if the request is too long for Discord.</returns>
    public static string? Encode(CommandRequest request)
    {
        var id = Append("", request);
        for (var previous = request.Previous; id is not null && previous is not null; previous = previous.Previous)
        {
            if (Append($"{id}{PreviousSeparator}", previous) is not { } longer) break;
            id = longer;
        }

        return id;
    }

    /// <summary>Decodes a request. An id that the bot didn't create becomes a request for an unknown command.</summary>
    /// <param name="id">The custom id.</param>
    /// <param name="conversationId">Where the button was pressed.</param>
    public static CommandRequest Decode(string id, string conversationId)
    {
        // The last one was the first request.
        CommandRequest? previous = null;
        foreach (var parts in Split(id).Reverse<List<string>>())
        {
            var options = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 1; i + 1 < parts.Count; i += 2) options[parts[i]] = parts[i + 1];
            previous = new CommandRequest(parts[0], options, conversationId) { Previous = previous };
        }

        return previous!;
    }

    // The parts of each request: the command, then names and values by turns.
    private static List<List<string>> Split(string id)
    {
        List<List<string>> requests = [[]];
        var part = new StringBuilder();
        for (var i = 0; i < id.Length; i++)
        {
            if (id[i] == Escape && i + 1 < id.Length)
            {
                part.Append(id[++i]);
            }
            else if (id[i] is OptionSeparator or ValueSeparator or PreviousSeparator)
            {
                requests[^1].Add(part.ToString());
                part.Clear();
                if (id[i] == PreviousSeparator) requests.Add([]);
            }
            else
            {
                part.Append(id[i]);
            }
        }

        requests[^1].Add(part.ToString());
        return requests;
    }

    private static string? Append(string prefix, CommandRequest request)
    {
        var id = prefix + EncodeWithoutPrevious(request);
        if (id.Length <= MaxLength) return id;
        return request.CompactForm is { } compact ? Append(prefix, compact) : null;
    }

    private static string EncodeWithoutPrevious(CommandRequest request)
    {
        var id = new StringBuilder();
        AppendEscaped(id, request.Command);
        foreach (var (name, value) in request.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            AppendEscaped(id.Append(OptionSeparator), name);
            AppendEscaped(id.Append(ValueSeparator), value);
        }

        return id.ToString();
    }

    private static void AppendEscaped(StringBuilder id, string text)
    {
        foreach (var c in text)
        {
            if (c is Escape or OptionSeparator or ValueSeparator or PreviousSeparator) id.Append(Escape);
            id.Append(c);
        }
    }
}
