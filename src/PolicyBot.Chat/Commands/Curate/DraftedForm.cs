using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>
/// Opens forms whose input is kept, so that a mistake costs nothing. A form's id carries only what is short; the rest
/// is in the draft.
/// </summary>
internal static class DraftedForm
{
    private const string DraftOption = "draft";
    private const string ReasonOption = "reason";

    /// <summary>Whether the request is a submitted form, or has the same options.</summary>
    public static bool IsSubmitted(ModeratorContext context) =>
        EntryForm.Options.Any(context.Request.Options.ContainsKey);

    /// <summary>Returns the request's options, and those of its draft that it lacks.</summary>
    public static IReadOnlyDictionary<string, string> GetOptions(ModeratorContext context, FormDrafts drafts)
    {
        var options = new Dictionary<string, string>(context.Request.Options, StringComparer.Ordinal);
        if (IsSubmitted(context)) return options;
        foreach (var (name, value) in drafts.Find(context.Server, context.GetOption(DraftOption)) ?? options)
            options.TryAdd(name, value);
        return options;
    }

    /// <summary>Returns why the change is made, or null.</summary>
    public static string? GetReason(ModeratorContext context, FormDrafts drafts) =>
        context.GetOption(ReasonOption)
        ?? drafts.Find(context.Server, context.GetOption(DraftOption))?.GetValueOrDefault(ReasonOption);

    /// <summary>Creates the reply that opens a form.</summary>
    /// <param name="title">The form's title.</param>
    /// <param name="set">The set.</param>
    /// <param name="context">The request.</param>
    /// <param name="drafts">Keeps what is known already.</param>
    /// <param name="kept">The options that a submitted form needs even after a restart.</param>
    /// <param name="fields">The form's fields.</param>
    public static Reply Create(
        string title,
        CuratedSet set,
        ModeratorContext context,
        FormDrafts drafts,
        (string Name, string Value)[] kept,
        IReadOnlyList<FormField> fields)
    {
        // With what was entered before, so that a form that was closed by accident opens again as it was.
        var request = CreateRequest(set, context, kept, drafts.Put(context.Server, GetOptions(context, drafts)));
        return new Reply { Form = new Form(title, request, fields) { Opener = request }, IsPrivate = true };
    }

    /// <summary>Creates the reply to what can't be accepted, with a button that opens the form again.</summary>
    public static Reply Reject(
        string problem,
        CuratedSet set,
        ModeratorContext context,
        FormDrafts drafts,
        (string Name, string Value)[] kept) =>
        Reject([problem], CreateEditAgain(set, context, drafts, kept));

    /// <summary>Creates the reply to what can't be accepted, with a button that opens the form again.</summary>
    /// <param name="problems">What is wrong, and what to do about it.</param>
    /// <param name="editAgain">The request that opens the form with what was entered, or null.</param>
    /// <param name="note">A note above the problems, or null.</param>
    public static Reply Reject(
        IReadOnlyList<string> problems, CommandRequest? editAgain, string? note = null) => new()
        {
            Kind = ReplyKind.Refusal,
            Title = CurateTexts.NotPossible,
            Blocks =
        [
            .. note is null ? Array.Empty<Block>() : [new Block.Note(note)],
            new Block.List([.. problems.Select(p => new ListItem(p))]),
        ],
            Actions = editAgain is null
            ? []
            : [new ReplyAction(CurateTexts.EditAgain, editAgain) { KeepsHistory = true }],
            IsPrivate = true,
        };

    /// <summary>Creates the request that opens a form with what was entered.</summary>
    public static CommandRequest CreateEditAgain(
        CuratedSet set, ModeratorContext context, FormDrafts drafts, (string Name, string Value)[] kept)
    {
        var options = new Dictionary<string, string>(context.Request.Options, StringComparer.Ordinal);
        if (GetReason(context, drafts) is { } reason) options[ReasonOption] = reason;
        return CreateRequest(set, context, kept, drafts.Put(context.Server, options));
    }

    private static CommandRequest CreateRequest(
        CuratedSet set, ModeratorContext context, (string Name, string Value)[] kept, string draft) =>
        CommandRequest.Create(context.Request.Command, context.Request.ConversationId, [.. kept, (DraftOption, draft)])
            .For(set.Current.Article);
}
