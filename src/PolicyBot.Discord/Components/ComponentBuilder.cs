using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;

namespace PolicyBot.Discord.Components;

/// <summary>
/// Adds a reply's choices and actions to a message: up to five choices as buttons, more as a menu, and the actions as a
/// row of buttons below.
/// </summary>
internal static class ComponentBuilder
{
    /// <summary>The highest number of choices that are shown as buttons.</summary>
    public const int MaxButtons = 5;

    private const int MaxMenuOptions = 25;
    private const int MaxButtonLabelLength = 80;
    private const int MaxMenuOptionLabelLength = 100;
    private const int MaxMenuPlaceholderLength = 150;

    /// <summary>Adds the reply's choices and actions to a message.</summary>
    public static OutgoingMessage AddTo(OutgoingMessage message, Reply reply)
    {
        var actions = WithIds(reply.Actions).Take(MaxButtons).ToList();
        // Ids must be unique in a message.
        var choices = WithIds(reply.Choices)
            .ExceptBy(actions.Select(a => a.Id), c => c.Id)
            .Take(MaxMenuOptions)
            .ToList();
        message = message with { Actions = [.. actions.Select(CreateButton)] };
        return choices.Count <= MaxButtons
            ? message with { Buttons = [.. choices.Select(CreateButton)] }
            : message with
            {
                MenuOptions = [.. choices.Select(CreateMenuOption)],
                MenuPlaceholder = reply.ChoicesHeading is { } heading
                    ? CreateLabel(heading.TrimEnd(':'), MaxMenuPlaceholderLength)
                    : message.MenuPlaceholder,
            };
    }

    /// <summary>Whether all choices can be chosen, and none of their labels is truncated.</summary>
    public static bool FitAllLabels(IReadOnlyList<ReplyAction> choices)
    {
        var maxLength = choices.Count <= MaxButtons ? MaxButtonLabelLength : MaxMenuOptionLabelLength;
        return choices.Count <= MaxMenuOptions
            && choices.All(c => c.Label.Length <= maxLength && CustomIdCodec.CanEncode(c.Request));
    }

    /// <summary>Gets the text alternatives of the actions whose requests don't fit into a button's id.</summary>
    public static IEnumerable<string> GetTextAlternatives(IReadOnlyList<ReplyAction> actions) => actions
        .Where(a => !CustomIdCodec.CanEncode(a.Request))
        .Select(a => a.TextAlternative)
        .OfType<string>()
        .Distinct();

    private static IEnumerable<(ReplyAction Action, string Id)> WithIds(IEnumerable<ReplyAction> actions) => actions
        .Select(a => (Action: a, Id: CustomIdCodec.Encode(a.Request)!))
        .Where(a => a.Id is not null)
        .DistinctBy(a => a.Id);

    private static Button CreateButton((ReplyAction Action, string Id) choice) =>
        new(CreateLabel(choice.Action.Label, MaxButtonLabelLength), choice.Id)
        {
            Style = choice.Action.IsDestructive ? ButtonStyle.Danger : ButtonStyle.Secondary,
        };

    private static MenuOption CreateMenuOption((ReplyAction Action, string Id) choice) =>
        new(CreateLabel(choice.Action.Label, MaxMenuOptionLabelLength), choice.Id);

    // Labels aren't Markdown.
    private static string CreateLabel(string text, int maxLength) =>
        TextSplitter.Truncate(TextSanitizer.ToOneLine(text), maxLength);
}
