using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;

namespace PolicyBot.Discord.Rendering;

/// <summary>
/// Renders forms as modals, within Discord's limits: what is too long is truncated, and what is too much isn't shown.
/// </summary>
internal static class FormRenderer
{
    private const int MaxTitleLength = 45;
    private const int MaxLabelLength = 45;
    private const int MaxDescriptionLength = 100;
    private const int MaxNoteLength = 4000;
    private const int MaxChoices = 25;
    private const int MaxChoiceLength = 100;

    /// <summary>Renders a form as a modal, whose custom id contains the form's request.</summary>
    /// <exception cref="InvalidOperationException">The request is too long, or the form has no fields.</exception>
    public static Modal CreateModal(Form form)
    {
        var id = CustomIdCodec.Encode(form.Request)
            ?? throw new InvalidOperationException($"A form's request for /{form.Request.Command} is too long.");
        var components = ChooseFields(form).Select(CreateComponent).ToList();
        if (components.Count == 0)
            throw new InvalidOperationException($"A form for /{form.Request.Command} has no fields.");
        return new Modal(id, CreateText(form.Title, form.Request.Command, MaxTitleLength), components);
    }

    /// <summary>
    /// Creates the message that is sent if a reply's form can't open, with a button that opens it. A reply without a
    /// form stays as it is.
    /// </summary>
    /// <param name="reply">The reply.</param>
    /// <param name="isAfterForm">Whether it replies to a submitted form, which Discord lets no other follow.</param>
    public static Reply ToMessage(Reply reply, bool isAfterForm)
    {
        if (reply.Form is not { } form) return reply;
        var open = new ReplyAction(isAfterForm ? FormTexts.EditAgain : FormTexts.Open, form.Opener ?? form.Request)
        {
            TextAlternative = FormTexts.UseCommand,
        };
        return reply with
        {
            Form = null,
            Blocks = reply.Blocks.Count > 0 ? reply.Blocks : [new Block.Paragraph(FormTexts.NotOpen)],
            Actions = [open, .. reply.Actions],
            IsPrivate = true,
            // The message whose button should have opened the form stays.
            IsFollowUp = reply.IsFollowUp || !isAfterForm,
        };
    }

    // Fields matter more than notes.
    private static IEnumerable<FormField> ChooseFields(Form form)
    {
        var shown = form.Fields.Where(CanShow).ToList();
        var chosen = shown.Where(f => f is not FormField.Note)
            .Concat(shown.OfType<FormField.Note>())
            .Take(Form.MaxFields)
            .ToList();
        return shown.Where(chosen.Contains);
    }

    // Discord has no blank text and no menu without options.
    private static bool CanShow(FormField field) => field switch
    {
        FormField.Note note => !string.IsNullOrWhiteSpace(note.Content),
        FormField.Menu menu => ChooseChoices(menu).Any(),
        _ => true,
    };

    private static IEnumerable<FormChoice> ChooseChoices(FormField.Menu menu) => menu.Choices
        .Where(c => c.Value.Length is > 0 and <= MaxChoiceLength)
        .DistinctBy(c => c.Value)
        .Take(MaxChoices);

    private static ModalComponent CreateComponent(FormField field) => field switch
    {
        FormField.Text text => CreateTextInput(text),
        FormField.Menu menu => CreateMenu(menu),
        FormField.Note note => new ModalComponent.Text(
            TextSplitter.Truncate(BlockMarkdown.FormatText(note.Content), MaxNoteLength)),
        _ => throw new InvalidOperationException($"Unknown kind of field: {field.GetType().Name}."),
    };

    private static ModalComponent.TextInput CreateTextInput(FormField.Text text)
    {
        var max = Math.Clamp(text.MaxLength, 1, FormField.MaxTextLength);
        var description = CreateDescription(text.Label, text.Description);
        return new(text.Name, CreateText(text.Label, text.Name, MaxLabelLength), description, max)
        {
            Value = string.IsNullOrEmpty(text.Value) ? null : TextSplitter.Truncate(text.Value, max),
            IsRequired = text.IsRequired,
            IsLong = text.IsLong,
        };
    }

    private static ModalComponent.Menu CreateMenu(FormField.Menu menu)
    {
        var choices = ChooseChoices(menu).ToList();
        var max = Math.Clamp(menu.Max, 1, choices.Count);
        var chosen = choices.Where(c => c.IsChosen).Take(max).ToList();
        var options = choices.Select(c =>
            new MenuOption(CreateText(c.Label, c.Value, MaxChoiceLength), c.Value)
            {
                Default = chosen.Contains(c) ? true : null,
            });
        var label = CreateText(menu.Label, menu.Name, MaxLabelLength);
        return new(menu.Name, label, CreateDescription(menu.Label, menu.Description), [.. options])
        {
            Min = Math.Clamp(menu.Min, 0, max),
            Max = max,
        };
    }

    // A label that is too long is its own description.
    private static string? CreateDescription(string label, string? description)
    {
        var text = string.IsNullOrWhiteSpace(description) && label.Length > MaxLabelLength ? label : description;
        return string.IsNullOrWhiteSpace(text) ? null : CreateText(text, "", MaxDescriptionLength);
    }

    // These texts aren't Markdown, and Discord refuses blank ones.
    private static string CreateText(string text, string otherwise, int maxLength)
    {
        var line = TextSanitizer.ToOneLine(text);
        return TextSplitter.Truncate(line.Length > 0 ? line : otherwise, maxLength);
    }
}
