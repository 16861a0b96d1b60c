using PolicyBot.Chat.Messages;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// <c>/curate add</c>: adds a question that the article answers, or one of the server's own. Opens a form, and runs
/// again with what was entered.
/// </summary>
internal sealed class AddCommand(CurateServices services) : CurateCommand(
    Name,
    "Add a question that the article, or a rule of this server, answers.",
    [
        new CommandOption(SourceOption, "What the answer rests on (default: the article).")
        {
            Choices = [FromArticle, FromServer],
        },
        Reason,
    ],
    services)
{
    public const string Name = "add";

    /// <summary>The group of stored questions that led here.</summary>
    public const string GroupOption = "from";

    private const string SourceOption = "source";
    private const string FromArticle = "article";
    private const string FromServer = "server rule";
    private const int PassagesOffered = 25;
    private const int PhrasingsProposed = 5;

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        var group = await FindGroupAsync(context, cancellationToken);
        var options = DraftedForm.GetOptions(context, Services.Drafts);
        var entered = new EntryForm(options);
        var isOwn = context.GetOption(SourceOption) == FromServer;
        if (!DraftedForm.IsSubmitted(context)) return CreateForm(set, context, group, options, isOwn);

        if (entered.Question is not { } question)
            return DraftedForm.Reject(CurateTexts.NoQuestion, set, context, Services.Drafts, Keep(context));
        var id = set.CreateId(question);
        SetChange? change;
        if (isOwn)
        {
            change = new SetChange.AddServerQuestion(
                id, question, entered.Phrasings, entered.Answer ?? "", entered.Rule, entered.Link);
        }
        else
        {
            var evidence = entered.ListEvidence(set.Set, out var missing);
            if (missing is not null)
            {
                return DraftedForm.Reject(
                    CurateTexts.PassageGone(missing), set, context, Services.Drafts, Keep(context));
            }

            if (evidence.Count == 0)
                return DraftedForm.Reject(CurateTexts.NoEvidence, set, context, Services.Drafts, Keep(context));
            change = new SetChange.AddQuestion(
                id, question, entered.Phrasings, ChangedSentence.FromAnswer(entered.Answer, evidence));
        }

        var edit = new ProposedEdit(context.User, [change])
        {
            Reason = DraftedForm.GetReason(context, Services.Drafts) ?? CurateTexts.ReasonOf(group),
            Resolved = [.. group?.Questions.Select(q => q.Text) ?? []],
            EditAgain = DraftedForm.CreateEditAgain(set, context, Services.Drafts, Keep(context)),
        };
        return await ProposeAsync(set, edit, context, cancellationToken);
    }

    // The options that a form's id must carry.
    private static (string Name, string Value)[] Keep(ModeratorContext context) =>
    [
        .. new[] { SourceOption, GroupOption }
            .Where(o => context.GetOption(o) is not null)
            .Select(o => (o, context.GetOption(o)!)),
    ];

    private Reply CreateForm(
        CuratedSet set,
        ModeratorContext context,
        QuestionGroup? group,
        IReadOnlyDictionary<string, string> options,
        bool isOwn)
    {
        if (group is not null && !options.ContainsKey(EntryForm.QuestionOption))
        {
            options = new Dictionary<string, string>(options, StringComparer.Ordinal)
            {
                [EntryForm.QuestionOption] = group.First.Text,
                [EntryForm.PhrasingsOption] = string.Join(
                    '\n', group.Questions.Skip(1).Take(PhrasingsProposed).Select(q => q.Text)),
            };
        }

        var form = new EntryForm(options);
        if (isOwn)
        {
            return DraftedForm.Create(
                CurateTexts.AddOwnTitle,
                set,
                context,
                Services.Drafts,
                Keep(context),
                [form.QuestionField, form.OwnAnswerField, form.RuleField, form.LinkField, form.PhrasingsField]);
        }

        var closest = set.Current.Answerer.FindClosest(form.Question ?? "", 0, PassagesOffered);
        return DraftedForm.Create(
            CurateTexts.AddTitle,
            set,
            context,
            Services.Drafts,
            Keep(context),
            [
                form.QuestionField,
                form.AnswerField,
                form.CreateEvidenceField(set.Set.Article, closest.Passages),
                form.PastedField,
                form.PhrasingsField,
            ]);
    }

    private async Task<QuestionGroup?> FindGroupAsync(ModeratorContext context, CancellationToken cancellationToken) =>
        context.GetOption(GroupOption) is { } id
            ? (await Services.Questions.ReadAsync(context.Server, cancellationToken)).FirstOrDefault(g => g.HasId(id))
            : null;
}
