using System.Globalization;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>Shows a form as text, because a console has no forms: its values are options of the command.</summary>
internal static class FormText
{
    /// <summary>Returns a reply with its form as text; a reply without a form stays as it is.</summary>
    public static Reply ShowForm(Reply reply) => reply.Form is not { } form
        ? reply
        : reply with
        {
            Form = null,
            Title = reply.Title ?? form.Title,
            Blocks =
            [
                .. reply.Blocks,
                .. form.Fields.OfType<FormField.Note>().Select(n => new Block.Paragraph(n.Content)),
                new Block.List([.. form.Fields.SelectMany(CreateItems)], "Give these options with the command:"),
                new Block.Paragraph(FormatUsage(form)),
            ],
        };

    private static IEnumerable<ListItem> CreateItems(FormField field)
    {
        switch (field)
        {
            case FormField.Text text:
                var length = string.Create(CultureInfo.InvariantCulture, $"at most {text.MaxLength} characters");
                var now = string.IsNullOrEmpty(text.Value) ? null : $"now “{text.Value}”";
                yield return CreateItem(text.Name, text.Label, text.Description, text.IsRequired, length, now);
                break;
            case FormField.Menu menu:
                var count = menu.Max > 1
                    ? string.Create(CultureInfo.InvariantCulture, $"up to {menu.Max} of these")
                    : "one of these";
                var choices = string.Join(
                    ", ", menu.Choices.Select(c => c.Label == c.Value ? c.Value : $"{c.Value} ({c.Label})"));
                yield return CreateItem(menu.Name, menu.Label, menu.Description, menu.Min > 0, $"{count}: {choices}");
                break;
        }
    }

    private static ListItem CreateItem(
        string name, string label, string? description, bool isRequired, params string?[] details)
    {
        string?[] parts = [label, description?.TrimEnd('.'), isRequired ? "required" : "optional", .. details];
        return new ListItem(string.Join("; ", parts.Where(p => !string.IsNullOrWhiteSpace(p))), name);
    }

    // As it is typed: /command given: value field: …
    private static string FormatUsage(Form form)
    {
        var given = form.Request.Options.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}: {o.Value}");
        var fields = form.Fields.SelectMany(f => f switch
        {
            FormField.Text text => [$"{text.Name}: …"],
            FormField.Menu menu => [$"{menu.Name}: …"],
            _ => Array.Empty<string>(),
        });
        return string.Join(' ', [$"/{form.Request.Command}", .. given, .. fields]);
    }
}
