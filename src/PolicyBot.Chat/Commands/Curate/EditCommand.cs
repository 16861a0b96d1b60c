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
    public static ReplyAction CreateAction(CuratedSet set, QuestionEntry entry, ModeratorContext call) =>
        new(CurateTexts.Edit, CreateRequest(Name, set, call, (EntryOption, entry.Id)));

    protected override async Task<Reply> RunAsync(
        CuratedSet set, ModeratorContext call, CancellationToken cancellationToken)
    {
        if (set.FindEntry(call.GetOption(EntryOption) ?? "") is not QuestionEntry entry)
            return RefuseUnknown(set, call);
        (string, string)[] kept = [(EntryOption, entry.Id)];
        var options = WithFormer(DraftedForm.GetOptions(call, Services.Drafts), entry);
        if (!DraftedForm.IsSubmitted(call)) return CreateForm(set, call, entry, options, kept);

        var entered = new EntryForm(options);
        if (entered.Question is not { } question)
            return DraftedForm.Reject(CurateTexts.NoQuestion, set, call, Services.Drafts, kept);
        var changes = new List<SetChange>();
        var evidence = entered.ListEvidence(set.Set, out var missing);
        if (missing is not null)
            return DraftedForm.Reject(CurateTexts.PassageGone(missing), set, call, Services.Drafts, kept);
        if (entry.Source is null && evidence.Count == 0)
            return DraftedForm.Reject(CurateTexts.NoEvidence, set, call, Services.Drafts, kept);
        if (IsChanged(entry, entered, evidence))
        {
            changes.Add(new SetChange.EditQuestion(
                entry.Id, question, ChangedSentence.FromAnswer(entered.Answer, evidence)));
        }

        changes.AddRange(entered.Removed.Select(p => new SetChange.RemovePhrasing(entry.Id, p)));
        changes.AddRange(entered.Phrasings.Select(p => new SetChange.AddPhrasing(entry.Id, p)));
        if (changes.Count == 0)
            return DraftedForm.Reject(CurateTexts.NothingChanged, set, call, Services.Drafts, kept);
        var edit = new Edit(call.User, changes)
        {
            Reason = DraftedForm.GetReason(call, Services.Drafts),
            EditAgain = DraftedForm.CreateEditAgain(set, call, Services.Drafts, kept),
        };
        return await ProposeAsync(set, edit, call, cancellationToken);
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
        ModeratorContext call,
        QuestionEntry entry,
        IReadOnlyDictionary<string, string> options,
        (string Name, string Value)[] kept)
    {
        var form = new EntryForm(options);
        return DraftedForm.Create(
            CurateTexts.EditTitle,
            set,
            call,
            Services.Drafts,
            kept,
            entry.Source is null
                ? [form.QuestionField, form.AnswerField, form.PastedField, form.PhrasingsField, form.RemovedField]
                : [form.QuestionField, form.OwnAnswerField, form.PhrasingsField, form.RemovedField]);
    }
}
