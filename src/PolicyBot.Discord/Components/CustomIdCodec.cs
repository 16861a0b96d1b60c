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
        Span<char> id = stackalloc char[MaxLength];
        var length = TryAppend(id, 0, request);
        if (length < 0) return null;
        for (var previous = request.Previous; previous is not null && length < MaxLength; previous = previous.Previous)
        {
            id[length] = PreviousSeparator;
            if (TryAppend(id, length + 1, previous) is not (> 0 and var longer)) break;
            length = longer;
        }

        return new string(id[..length]);
    }

    /// <summary>Whether a request fits into a custom id.</summary>
    public static bool CanEncode(CommandRequest request)
    {
        Span<char> id = stackalloc char[MaxLength];
        return TryAppend(id, 0, request) >= 0;
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

    // The parts of each request: the command, then names and values, alternating.
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

    // These return the new length of the id, or -1 if it would be too long.
    private static int TryAppend(Span<char> id, int length, CommandRequest request)
    {
        var end = TryAppendWithoutPrevious(id, length, request);
        return end < 0 && request.CompactForm is { } compact ? TryAppend(id, length, compact) : end;
    }

    private static int TryAppendWithoutPrevious(Span<char> id, int length, CommandRequest request)
    {
        length = TryAppendEscaped(id, length, request.Command);
        var options = request.Options.Count > 1
            ? request.Options.OrderBy(o => o.Key, StringComparer.Ordinal)
            : request.Options.AsEnumerable();
        foreach (var (name, value) in options)
        {
            length = TryAppendPart(id, length, OptionSeparator, name);
            length = TryAppendPart(id, length, ValueSeparator, value);
        }

        return length;
    }

    private static int TryAppendPart(Span<char> id, int length, char separator, string text)
    {
        if (length < 0 || length == id.Length) return -1;
        id[length] = separator;
        return TryAppendEscaped(id, length + 1, text);
    }

    private static int TryAppendEscaped(Span<char> id, int length, string text)
    {
        foreach (var c in text)
        {
            var isEscaped = c is Escape or OptionSeparator or ValueSeparator or PreviousSeparator;
            if (length + (isEscaped ? 2 : 1) > id.Length) return -1;
            if (isEscaped) id[length++] = Escape;
            id[length++] = c;
        }

        return length;
    }
}
