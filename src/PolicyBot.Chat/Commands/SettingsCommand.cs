using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/settings</c>: what a server has settled, and a change of it.</summary>
internal sealed class SettingsCommand(ServerSettingsCache communities, IArticleCatalog articles) : ModeratorCommand("settings", "Show or change how I answer in this server.", [
    new CommandOption(Article, "Which article I answer from.") { HasAutocomplete = true },
    new CommandOption(Answers, "Who sees my answers to commands, unless somebody wants it otherwise.") { Choices = [Everybody, Asker] },
    new CommandOption(AnswerFrom, "How sure I must be to answer, in per cent: 30 to 95."),
    new CommandOption(OfferFrom, "How sure I must be to show the closest question, in per cent: 5 or more."),
    new CommandOption(MentionsIn, "A channel in which I answer when I am mentioned; named none, I answer in all.") { Kind = OptionKind.Channel },
    new CommandOption(NoMentionsIn, "A channel to be taken off that list.") { Kind = OptionKind.Channel },
    new CommandOption(Reset, "Take all of it back.") { Kind = OptionKind.Flag },
])
{
    private const string Article = "article";
    private const string Answers = "answers";
    private const string Everybody = "everybody";
    private const string Asker = "asker";
    private const string AnswerFrom = "answer-from";
    private const string OfferFrom = "offer-from";
    private const string MentionsIn = "mentions-in";
    private const string NoMentionsIn = "no-mentions-in";
    private const string Reset = "reset";

    private const int MinAnswerFrom = 30;
    private const int MaxAnswerFrom = 95;
    private const int MinOfferFrom = 5;

    // As many as fit into a list that can still be read.
    private const int MaxMentionChannels = 25;

    public override ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var typed = context.Request.GetOption(optionName) ?? "";
        return ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>(
            [.. articles.Names.Where(n => n.Contains(typed, StringComparison.OrdinalIgnoreCase)).Take(max).Select(n => new AutocompleteChoice(n, n))]);
    }

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var before = await communities.ReadAsync(call.Server, cancellationToken);
        var after = call.Request.HasFlag(Reset) ? new ServerSettings() : before;
        if (call.GetOption(Article) is { } article)
        {
            if (articles.Names.FirstOrDefault(n => string.Equals(n, article, StringComparison.OrdinalIgnoreCase)) is not { } name)
                return Reply.Private($"I have no article {TextTruncator.Quote(article)}. These are there: {string.Join(", ", articles.Names)}.");
            if (!await articles.CanServeAsync(name)) return Reply.Private($"The article {name} has faults and cannot be served; whoever runs me finds them in my log.");
            after = after with { Article = name };
        }

        if (call.GetOption(Answers) is { } answers) after = after with { IsPrivate = string.Equals(answers, Asker, StringComparison.OrdinalIgnoreCase) };
        if (WithThresholds(call, after) is not { } sure) return Reply.Private(
            $"{AnswerFrom} is a whole number from {MinAnswerFrom} to {MaxAnswerFrom}, {OfferFrom} one from {MinOfferFrom} up to that: per cents of how sure I am.");
        after = sure;
        if (call.GetOption(MentionsIn) is { } added) after = after with { MentionChannels = [.. after.MentionChannels.Append(added).Distinct()] };
        if (call.GetOption(NoMentionsIn) is { } removed) after = after with { MentionChannels = [.. after.MentionChannels.Where(c => c != removed)] };
        if (after.MentionChannels.Count > MaxMentionChannels) return Reply.Private($"I can keep {MaxMentionChannels} channels at most. Take one off first, with {NoMentionsIn}.");

        var isChanged = !IsSame(before, after);
        if (isChanged) await communities.SaveAsync(call.Server, after, cancellationToken);
        return Show(after, isChanged, await articles.FindAsync(after, cancellationToken));
    }

    private static ServerSettings? WithThresholds(ModeratorContext call, ServerSettings settings)
    {
        var (answer, offer) = (settings.AnswerFrom, settings.OfferFrom);
        if (call.GetOption(AnswerFrom) is { } answerFrom)
        {
            if (PerCent(answerFrom, MinAnswerFrom, MaxAnswerFrom) is not { } sure) return null;
            answer = sure;
        }

        if (call.GetOption(OfferFrom) is { } offerFrom)
        {
            if (PerCent(offerFrom, MinOfferFrom, MaxAnswerFrom) is not { } sure) return null;
            offer = sure;
        }

        return offer > answer ? null : settings with { AnswerFrom = answer, OfferFrom = offer };
    }

    private static bool IsSame(ServerSettings a, ServerSettings b) =>
        a == b with { MentionChannels = a.MentionChannels } && a.MentionChannels.SequenceEqual(b.MentionChannels);

    private static double? PerCent(string text, int min, int max) =>
        int.TryParse(text.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value / 100.0 : null;

    private static Reply Show(ServerSettings settings, bool isChanged, ArticleLookup lookup)
    {
        var (article, thresholds) = lookup switch
        {
            ArticleLookup.Found(var served) => (served.Set.Name, served.Thresholds),
            ArticleLookup.Unavailable(var name) => ($"{name}, which can't be loaded right now; choose another with {Article}", null),
            _ => ("still loading", (Thresholds?)null),
        };
        List<Block> blocks =
        [
            new Block.List([
                new ListItem(article, "Article"),
                new ListItem(settings.IsPrivate ? "only whoever asks; the option private: False shows one to all" : "everybody; the option private: True keeps one to oneself", "Who sees answers to commands"),
                new ListItem(Words(settings.AnswerFrom, thresholds?.Answer), "How sure I must be to answer"),
                new ListItem(Words(settings.OfferFrom, thresholds?.Offer), "How sure I must be to show the closest question"),
                new ListItem(settings.MentionChannels.Count == 0 ? "in all channels" : "in these channels alone:", "Where I answer mentions"),
            ]),
            .. settings.MentionChannels.Select(c => new Block.Channel(c)),
        ];
        return new Reply { Title = isChanged ? "Changed: how I answer here" : "How I answer here", Blocks = blocks };
    }

    private static string Words(double? settled, double? articles) => (settled, articles) switch
    {
        ({ } share, _) => Words(share),
        (null, { } share) => $"{Words(share)}, as the article has it",
        _ => "as the article has it",
    };

    private static string Words(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%");
}
