using System.Security.Cryptography;
using NodaTime;
using PolicyBot.Chat.Caching;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// Keeps what moderators entered into forms, so that they can correct it. Lost when the program stops. Safe for many
/// threads.
/// </summary>
/// <param name="clock">The clock.</param>
internal sealed class FormDrafts(IClock clock)
{
    private const int MaxDrafts = 500;

    private readonly LruCache<string, Draft> _drafts = new(MaxDrafts);

    /// <summary>Keeps the options of a request.</summary>
    /// <returns>The draft's id.</returns>
    public string Put(string server, IReadOnlyDictionary<string, string> options)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        _drafts.Put(id, new Draft(server, options, clock.GetCurrentInstant()));
        return id;
    }

    /// <summary>Finds a draft of a server; null if it is too old or was made before a restart.</summary>
    public IReadOnlyDictionary<string, string>? Find(string server, string? id) =>
        id is not null && _drafts.TryGet(id, out var draft) && draft.Server == server
        && clock.GetCurrentInstant() - draft.At <= SetEditor.Lifetime
            ? draft.Options
            : null;

    private sealed record Draft(string Server, IReadOnlyDictionary<string, string> Options, Instant At);
}
