using System.Security.Cryptography;
using NodaTime;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Caching;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Storage;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Curation.Layers;
using PolicyBot.Knowledge.Evaluation.Effects;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// Changes the sets of servers: tries a change against all questions whose right answer is known and all stored ones,
/// and publishes it afterwards. Thread-safe.
/// </summary>
/// <param name="articles">The articles.</param>
/// <param name="curated">The articles as servers have changed them.</param>
/// <param name="folder">Where the evaluation questions are.</param>
/// <param name="store">The servers' changes.</param>
/// <param name="settings">Receives a new revision.</param>
/// <param name="questions">The stored questions.</param>
/// <param name="clock">The clock.</param>
internal sealed class SetEditor(
    IArticleCatalog articles,
    CuratedArticles curated,
    ArticlesFolder folder,
    ICurationStore store,
    ServerSettingsCache settings,
    UnansweredQuestions questions,
    IClock clock)
{
    /// <summary>How long an unpublished change is kept.</summary>
    public static readonly Duration Lifetime = Duration.FromMinutes(15);

    // Each holds a trained set, which takes some megabytes.
    private const int MaxProposals = 16;

    private readonly LruCache<string, (Proposal Proposal, Instant At)> _proposals = new(MaxProposals);

    /// <summary>Reads a server's set as it is in the store now.</summary>
    /// <returns>Null if the article can't be served now.</returns>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<CuratedSet?> ReadAsync(string server, string article, CancellationToken cancellationToken)
    {
        if (await articles.FindShippedAsync(article) is not { } shipped) return null;
        var history = await store.ReadAsync(server, cancellationToken);
        if (history.Revision > 0) settings.SetRevision(server, history.Revision);
        var layers = LayeredSet.Apply(shipped.Article.Set, CurationChange.ListChanges(history.ListActive(article)));
        if (ServerRevision.Create(server, history.Revision) is not { } revision)
            return new CuratedSet(server, shipped, shipped, layers, history);
        var current = await curated.FindNewestAsync(shipped, revision);
        return new CuratedSet(server, shipped, current, layers, history);
    }

    /// <summary>Tries a change.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    public async Task<ProposalResult> ProposeAsync(
        CuratedSet set, ProposedEdit edit, CancellationToken cancellationToken)
    {
        var number = set.History.Revision + 1;
        if (edit.Undone is { } undone && set.Active.All(c => c.Number != undone.Number))
            return new ProposalResult.Invalid([CurateTexts.AlreadyUndone(undone.Number)]);
        var changes = CurationChange.ListChanges(set.Active.Where(c => c.Number != edit.Undone?.Number)).ToList();
        changes.AddRange(edit.Changes.Select(c => new NumberedChange(number, c)));
        var layers = LayeredSet.Apply(set.Shipped.Article.Set, changes);
        List<RejectedChange> rejected = [.. layers.Rejected.Where(r => r.Number == number)];
        if (rejected.Count > 0) return new ProposalResult.Invalid([.. rejected.SelectMany(r => r.Problems)]);
        var stored = await questions.ListTextsAsync(set.Server, set.Article, cancellationToken);
        var evaluation = folder.ReadEvaluation(set.Shipped.Folder, set.Shipped.Article.Set, out _);
        var (after, effects) = await curated.RunTrainingAsync(
            () =>
            {
                var trained = set.Shipped.With(layers.Set, cancellationToken);
                return (trained, EffectComparer.Compare(
                    set.Current.Answerer, trained.Answerer, evaluation, stored, cancellationToken));
            },
            cancellationToken);
        var proposal = new Proposal(edit, set, after, effects) { Id = CreateId() };
        _proposals.Put(proposal.Id, (proposal, clock.GetCurrentInstant()));
        return new ProposalResult.Valid(proposal);
    }

    /// <summary>Finds an unpublished change of a server; null if it is too old or was made before a restart.</summary>
    public Proposal? FindProposal(string server, string? id) =>
        id is not null && _proposals.TryGet(id, out var found)
        && found.Proposal.Before.Server == server
        && clock.GetCurrentInstant() - found.At <= Lifetime
            ? found.Proposal
            : null;

    /// <summary>Publishes a change, unless the set has changed since it was tried; then it is tried again.</summary>
    /// <exception cref="StoreUnavailableException">The store can't be reached; nothing was published.</exception>
    public async Task<PublishResult> PublishAsync(
        Proposal proposal, string author, CancellationToken cancellationToken)
    {
        var (edit, before) = (proposal.Edit, proposal.Before);
        if (proposal.IsPublished) return new PublishResult.AlreadyPublished();
        var shipped = await articles.FindShippedAsync(before.Article);
        if (shipped is null) return new PublishResult.Unavailable();
        if (shipped != before.Shipped || !await TrySaveAsync(proposal, author, cancellationToken))
        {
            if (await ReadAsync(before.Server, before.Article, cancellationToken) is not { } now)
                return new PublishResult.Unavailable();
            // The button was pressed twice.
            if (FindProposal(before.Server, proposal.Id) is { IsPublished: true })
                return new PublishResult.AlreadyPublished();
            var other = now.History.Changes.LastOrDefault(c => c.Number > before.History.Revision);
            return new PublishResult.Outdated(await ProposeAsync(now, edit, cancellationToken), other);
        }

        var revision = new ServerRevision(before.Server, before.History.Revision + 1);
        _proposals.Put(proposal.Id, (proposal with { IsPublished = true }, clock.GetCurrentInstant()));
        curated.Put(shipped, revision, proposal.After);
        settings.SetRevision(revision.Server, revision.Number);
        return new PublishResult.Published(revision.Number, await TryDismissAsync(proposal, cancellationToken));
    }

    private static string CreateId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    // The change is live by then, so a failure must not look as if nothing was published.
    private async Task<bool> TryDismissAsync(Proposal proposal, CancellationToken cancellationToken)
    {
        var (resolved, set) = (proposal.Edit.Resolved, proposal.Before);
        if (resolved.Count == 0) return true;
        try
        {
            await questions.DismissAsync(set.Server, set.Article, resolved, cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private Task<bool> TrySaveAsync(Proposal proposal, string author, CancellationToken cancellationToken)
    {
        var (edit, before) = (proposal.Edit, proposal.Before);
        var now = clock.GetCurrentInstant();
        return edit.Undone is { } undone
            ? store.TryUndoAsync(
                before.Server,
                undone with { UndoneAt = now, UndoneBy = author },
                before.History.Revision,
                cancellationToken)
            : store.TryAddAsync(
                before.Server,
                new CurationChange(0, before.Article, now, author, edit.Reason, edit.Changes),
                before.History.Revision,
                cancellationToken);
    }
}
