namespace PolicyBot.Chat.Articles;

/// <summary>
/// An article as one server has changed it: the state that is served, and a newer one while it is trained. Safe for
/// many threads.
/// </summary>
internal sealed class CuratedArticle
{
    private readonly Lock _sync = new();
    private State? _served;
    private State? _newest;

    /// <summary>The article without the server's changes; null before it is first asked for.</summary>
    public TrainedArticle? Shipped
    {
        get
        {
            lock (_sync) return _newest?.Shipped;
        }
    }

    /// <summary>
    /// Finds the article in a state, or in the one before it while that state is trained, or can't be.
    /// </summary>
    /// <param name="shipped">The article without changes.</param>
    /// <param name="revision">The revision of the server.</param>
    /// <param name="train">Trains the state.</param>
    public Task<TrainedArticle> FindAsync(TrainedArticle shipped, int revision, Func<Task<TrainedArticle>> train)
    {
        lock (_sync)
        {
            var wanted = GetNewest(shipped, revision, train);
            if (wanted.Training.IsCompletedSuccessfully) Serve(wanted);
            return (wanted.Training.IsCompletedSuccessfully ? wanted : _served ?? wanted).Training;
        }
    }

    /// <summary>Finds the article in a state, when it is trained.</summary>
    public Task<TrainedArticle> FindNewestAsync(
        TrainedArticle shipped, int revision, Func<Task<TrainedArticle>> train)
    {
        lock (_sync) return GetNewest(shipped, revision, train).Training;
    }

    /// <summary>Serves a state that has been trained already.</summary>
    public void Put(TrainedArticle shipped, int revision, TrainedArticle curated)
    {
        lock (_sync) Serve(_newest = new State(shipped, revision, Task.FromResult(curated)));
    }

    private State GetNewest(TrainedArticle shipped, int revision, Func<Task<TrainedArticle>> train)
    {
        if (_newest is null || _newest.Shipped != shipped || _newest.Revision != revision
            || _newest.Training.IsFaulted)
            _newest = new State(shipped, revision, train());
        return _newest;
    }

    private void Serve(State state)
    {
        if (_served == state) return;
        // Recent answers would keep the former state in memory.
        _served?.Training.Result.ForgetRecentAnswers();
        _served = state;
    }

    private sealed record State(TrainedArticle Shipped, int Revision, Task<TrainedArticle> Training);
}
