using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Components;

/// <summary>Draws what a reader can pick: a few choices as buttons, more as a menu, and the actions as a row of buttons below.</summary>
internal static class ComponentBuilder
{
    /// <summary>The most choices that are buttons rather than a menu.</summary>
    public const int MaxButtons = 5;

    private const int MaxOptions = 25;
    private const int MaxButtonLabel = 80;
    private const int MaxOptionLabel = 100;
    private const int MaxMenuTitle = 150;

    /// <summary>The message with all that can be picked under it.</summary>
    public static OutgoingMessage AddTo(OutgoingMessage message, Reply reply)
    {
        var actions = Pickable(reply.Actions).Take(MaxButtons).ToList();
        // No two components of a message may have the same id.
        var choices = Pickable(reply.Choices).ExceptBy(actions.Select(a => a.Id), c => c.Id).Take(MaxOptions).ToList();
        message = message with { Actions = [.. actions.Select(AsButton)] };
        return choices.Count <= MaxButtons
            ? message with { Buttons = [.. choices.Select(AsButton)] }
            : message with
            {
                MenuOptions = [.. choices.Select(c => new MenuOption(Label(c.Label, MaxOptionLabel), c.Id))],
                MenuPlaceholder = Label(reply.ChoicesHeading?.TrimEnd(':') ?? "Choose…", MaxMenuTitle),
            };
    }

    /// <summary>Whether all choices can be picked, by labels that are not cut.</summary>
    public static bool FitAllLabels(IReadOnlyList<ReplyAction> choices)
    {
        var max = choices.Count <= MaxButtons ? MaxButtonLabel : MaxOptionLabel;
        return choices.Count <= MaxOptions && choices.All(c => c.Label.Length <= max && CustomIdCodec.Encode(c.Request) is not null);
    }

    /// <summary>How one gets by typing to where no button can lead.</summary>
    public static IEnumerable<string> GetTextAlternatives(IReadOnlyList<ReplyAction> actions) =>
        actions.Where(a => CustomIdCodec.Encode(a.Request) is null).Select(a => a.TextAlternative).OfType<string>().Distinct();

    private static IEnumerable<(string Label, string Id)> Pickable(IEnumerable<ReplyAction> choices) =>
        choices.Select(c => (c.Label, Id: CustomIdCodec.Encode(c.Request)!)).Where(c => c.Id is not null).DistinctBy(c => c.Id);

    private static Button AsButton((string Label, string Id) choice) => new(Label(choice.Label, MaxButtonLabel), choice.Id);

    // Labels are no Markdown.
    private static string Label(string text, int max) => TextSplitter.Truncate(TextSanitizer.OneLine(text), max);
}
