using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Layers;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary><c>/curate edit entry</c>: changes a question, its answer, and its phrasings.</summary>
internal sealed class EditCommand(CurateServices services)
    : CurateCommand(Name, "Change a question, its answer or its phrasings.", [Entry, Reason], services)
{
    public const string Name = "edit";

    /// <summary>Creates the action that edits an entry.</summary>
    public static ReplyAction CreateAction(CuratedSet set, QuestionEntry entry, ModeratorContext context) =>
        new(CurateTexts.Edit, CreateRequest(Name, set, context, (EntryOption, entry.Id)));

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext context, CancellationToken cancellationToken)
    {
        if (set.FindEntry(context.GetOption(EntryOption) ?? "") is not QuestionEntry entry)
            return RefuseUnknown(set, context);
        (string, string)[] kept = [(EntryOption, entry.Id)];
        var options = WithFormer(DraftedForm.GetOptions(context, Services.Drafts), entry);
        if (!DraftedForm.IsSubmitted(context)) return CreateForm(set, context, entry, options, kept);

        var entered = new EntryForm(options);
        if (entered.Question is not { } question)
            return DraftedForm.Reject(CurateTexts.NoQuestion, set, context, Services.Drafts, kept);
        var changes = new List<SetChange>();
        var evidence = entered.ListEvidence(set.Set, out var missing);
        if (missing is not null)
            return DraftedForm.Reject(CurateTexts.PassageGone(missing), set, context, Services.Drafts, kept);
        if (entry.Source is null && evidence.Count == 0)
            return DraftedForm.Reject(CurateTexts.NoEvidence, set, context, Services.Drafts, kept);
        if (IsChanged(entry, entered, evidence))
        {
            changes.Add(new SetChange.EditQuestion(
                entry.Id, question, ChangedSentence.FromAnswer(entered.Answer, evidence)));
        }

        changes.AddRange(entered.Removed.Select(p => new SetChange.RemovePhrasing(entry.Id, p)));
        changes.AddRange(entered.Phrasings.Select(p => new SetChange.AddPhrasing(entry.Id, p)));
        if (changes.Count == 0)
            return DraftedForm.Reject(CurateTexts.NothingChanged, set, context, Services.Drafts, kept);
        var edit = new ProposedEdit(context.User, changes)
        {
            Reason = DraftedForm.GetReason(context, Services.Drafts),
            EditAgain = DraftedForm.CreateEditAgain(set, context, Services.Drafts, kept),
        };
        return await ProposeAsync(set, edit, context, cancellationToken);
    }

    // What the form shows at first is no change.
    private static bool IsChanged(QuestionEntry entry, EntryForm entered, IReadOnlyList<string> evidence) =>
        entered.Question != entry.Question
        || entered.Answer != entry.AnswerText
        || !evidence.Order(StringComparer.Ordinal)
            .SequenceEqual(entry.Evidence.Select(e => e.Text.Replace('\n', ' ')).Order(StringComparer.Ordinal));

    // What isn't entered stays as it is.
    private static Dictionary<string, string> WithFormer(
        IReadOnlyDictionary<string, string> options, QuestionEntry entry)
    {
        var all = new Dictionary<string, string>(options, StringComparer.Ordinal);
        all.TryAdd(EntryForm.QuestionOption, entry.Question);
        all.TryAdd(EntryForm.AnswerOption, entry.AnswerText);
        all.TryAdd(
            EntryForm.PastedOption,
            string.Join('\n', entry.Evidence.Select(e => e.Text.Replace('\n', ' '))));
        return all;
    }

    private Reply CreateForm(
        CuratedSet set,
        ModeratorContext context,
        QuestionEntry entry,
        IReadOnlyDictionary<string, string> options,
        (string Name, string Value)[] kept)
    {
        var form = new EntryForm(options);
        return DraftedForm.Create(
            CurateTexts.EditTitle,
            set,
            context,
            Services.Drafts,
            kept,
            entry.Source is null
                ? [form.QuestionField, form.AnswerField, form.PastedField, form.PhrasingsField, form.RemovedField]
                : [form.QuestionField, form.OwnAnswerField, form.PhrasingsField, form.RemovedField]);
    }
}
