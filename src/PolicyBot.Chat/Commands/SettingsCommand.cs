using System.Globalization;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Servers;
using PolicyBot.Knowledge.Curation;

namespace PolicyBot.Chat.Commands;

/// <summary><c>/settings</c>: shows a server's settings and changes them.</summary>
internal sealed class SettingsCommand(ServerSettingsCache servers, IArticleCatalog articles) : ModeratorCommand(
    "settings",
    "Show or change how I answer in this server.",
    [
        new CommandOption(Article, "Which article I answer from.") { HasAutocomplete = true },
        new CommandOption(Answers, "Who sees my answers to commands, unless the user chooses otherwise.")
        {
            Choices = [Everybody, Asker],
        },
        new CommandOption(AnswerFrom, "How confident I must be to answer, in percent: 30 to 95."),
        new CommandOption(OfferFrom, "How confident I must be to show the closest question, in percent: 5 or more."),
        new CommandOption(MentionsIn, "Only answer mentions in this channel (default: every channel).")
        {
            Kind = OptionKind.Channel,
        },
        new CommandOption(NoMentionsIn, "Stop answering mentions in this channel.") { Kind = OptionKind.Channel },
        new CommandOption(Reset, "Restore the defaults.") { Kind = OptionKind.Flag },
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

    // More would be a list that nobody reads.
    private const int MaxMentionChannels = 25;

    public override ValueTask<IReadOnlyList<AutocompleteChoice>> AutocompleteAsync(
        string optionName, CommandContext context, int max, CancellationToken cancellationToken)
    {
        var typed = context.Request.GetOption(optionName) ?? "";
        var matching = articles.Names.Where(n => n.Contains(typed, StringComparison.OrdinalIgnoreCase));
        return ValueTask.FromResult<IReadOnlyList<AutocompleteChoice>>(
            [.. matching.Take(max).Select(n => new AutocompleteChoice(n, n))]);
    }

    protected override async Task<Reply> RunAsync(ModeratorContext call, CancellationToken cancellationToken)
    {
        var before = await servers.ReadAsync(call.Server, cancellationToken);
        var after = call.Request.HasFlag(Reset) ? new ServerSettings() : before;
        if (call.GetOption(Article) is { } article)
        {
            var name =
                articles.Names.FirstOrDefault(n => string.Equals(n, article, StringComparison.OrdinalIgnoreCase));
            if (name is null)
                return Reply.Private(SettingsTexts.UnknownArticle(TextTruncator.Quote(article), articles.Names));
            if (!await articles.CanServeAsync(name)) return Reply.Private(SettingsTexts.InvalidArticle(name));
            after = after with { Article = name };
        }

        if (call.GetOption(Answers) is { } answers)
            after = after with { IsPrivate = string.Equals(answers, Asker, StringComparison.OrdinalIgnoreCase) };
        if (WithThresholds(call, after) is not { } withThresholds)
        {
            return Reply.Private(
                $"{AnswerFrom} must be a whole number from {MinAnswerFrom} to {MaxAnswerFrom}, and "
                    + $"{OfferFrom} one from {MinOfferFrom} up to {AnswerFrom}. Both are percentages.");
        }

        after = withThresholds;
        if (call.GetOption(MentionsIn) is { } added)
            after = after with { MentionChannels = [.. after.MentionChannels.Append(added).Distinct()] };
        if (call.GetOption(NoMentionsIn) is { } removed)
            after = after with { MentionChannels = [.. after.MentionChannels.Where(c => c != removed)] };
        if (after.MentionChannels.Count > MaxMentionChannels)
        {
            return Reply.Private(
                $"I can answer mentions in at most {MaxMentionChannels} channels. Remove one first with "
                    + $"{NoMentionsIn}.");
        }

        var isChanged = !AreEqual(before, after);
        if (isChanged) await servers.SaveAsync(call.Server, after, cancellationToken);
        return Show(after, isChanged, await articles.FindAsync(after, cancellationToken));
    }

    private static ServerSettings? WithThresholds(ModeratorContext call, ServerSettings settings)
    {
        var (answer, offer) = (settings.AnswerFrom, settings.OfferFrom);
        if (call.GetOption(AnswerFrom) is { } answerFrom)
        {
            if (ParsePercentage(answerFrom, MinAnswerFrom, MaxAnswerFrom) is not { } share) return null;
            answer = share;
        }

        if (call.GetOption(OfferFrom) is { } offerFrom)
        {
            if (ParsePercentage(offerFrom, MinOfferFrom, MaxAnswerFrom) is not { } share) return null;
            offer = share;
        }

        return offer > answer ? null : settings with { AnswerFrom = answer, OfferFrom = offer };
    }

    private static bool AreEqual(ServerSettings a, ServerSettings b) =>
        a == b with { MentionChannels = a.MentionChannels } && a.MentionChannels.SequenceEqual(b.MentionChannels);

    private static double? ParsePercentage(string text, int min, int max) =>
        int.TryParse(text.TrimEnd('%', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value >= min && value <= max
            ? value / 100.0
            : null;

    private static Reply Show(ServerSettings settings, bool isChanged, ArticleLookup lookup)
    {
        var (article, thresholds) = lookup switch
        {
            ArticleLookup.Found(var served) => (served.Set.Name, served.Thresholds),
            ArticleLookup.Unavailable(var name) => (SettingsTexts.UnavailableArticle(name, Article), null),
            _ => (SettingsTexts.LoadingArticle, (Thresholds?)null),
        };
        List<Block> blocks =
        [
            new Block.List([
                new ListItem(article, "Article"),
                new ListItem(settings.IsPrivate
                    ? SettingsTexts.SeenByAsker
                    : SettingsTexts.SeenByEverybody, SettingsTexts.WhoSees),
                new ListItem(SettingsTexts.Confidence(settings.AnswerFrom, thresholds?.Answer), SettingsTexts.ToAnswer),
                new ListItem(SettingsTexts.Confidence(settings.OfferFrom, thresholds?.Offer), SettingsTexts.ToOffer),
                new ListItem(SettingsTexts.Channels(settings.MentionChannels.Count), SettingsTexts.WhereMentions),
            ]),
            .. settings.MentionChannels.Select(c => new Block.Channel(c)),
        ];
        return new Reply { Title = isChanged ? SettingsTexts.ChangedTitle : SettingsTexts.Title, Blocks = blocks };
    }
}
