using PolicyBot.Knowledge.Curation.Reading;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// An article of the catalog, of which the last valid version is served while a newer one is loaded. Safe for many
/// threads.
/// </summary>
/// <param name="name">The name of its folder.</param>
/// <param name="load">Starts to load a version.</param>
internal sealed class CatalogArticle(string name, Func<PendingArticle> load)
{
    private readonly Lock _sync = new();
    private PendingArticle? _current;
    private PendingArticle? _next;

    /// <summary>The name of its folder.</summary>
    public string Name => name;

    /// <summary>
    /// The version that is served, that is being loaded for the first time, or that is invalid because none was valid
    /// yet; null if none is loaded.
    /// </summary>
    public PendingArticle? Current
    {
        get
        {
            lock (_sync) return _current;
        }
    }

    /// <summary>Whether a valid version is served.</summary>
    public bool IsServed => IsValid(Current);

    /// <summary>The version that was loaded last, whether it is served or not; null if none is loaded.</summary>
    public PendingArticle? Latest
    {
        get
        {
            lock (_sync) return _next ?? _current;
        }
    }

    /// <summary>Makes a version the one that is served.</summary>
    public CatalogArticle With(PendingArticle current)
    {
        lock (_sync) _current = current;
        return this;
    }

    /// <summary>Returns the version to serve, and starts to load one if there is none.</summary>
    /// <param name="onStarted">Called with the version if its loading was started.</param>
    public PendingArticle GetOrLoad(Action<PendingArticle> onStarted)
    {
        PendingArticle started;
        lock (_sync)
        {
            if (_current is not null) return _current;
            started = _current = load();
        }

        onStarted(started);
        return started;
    }

    /// <summary>Loads the version that is in the folder now, and serves it from then on if it is valid.</summary>
    /// <returns>The version, and whether it is served.</returns>
    public async Task<(PendingArticle Version, bool IsServed)> ReloadAsync()
    {
        PendingArticle next;
        lock (_sync) next = _next = load();
        try
        {
            await next.Ready;
        }
        catch when (IsValid(Current))
        {
            // Callers that await the version get the exception. The former version is still served.
            return (next, false);
        }

        lock (_sync)
        {
            // An invalid version takes the place of nothing but an invalid one. A newer reload decides for itself.
            if (_next != next || (!IsValid(next) && IsValid(_current))) return (next, false);
            _current = next;
            return (next, true);
        }
    }

    /// <summary>Serves no version any more.</summary>
    public void Withdraw()
    {
        lock (_sync) _current = _next = null;
    }

    private static bool IsValid(PendingArticle? version) =>
        version is { ReadTask: { IsCompletedSuccessfully: true, Result: ReadResult.Valid } };
}
