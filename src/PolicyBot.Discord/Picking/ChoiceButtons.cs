using PolicyBot.Chat.Replies;
using PolicyBot.Discord.Messages;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Picking;

/// <summary>Draws what a reader can pick: a few as buttons, more as a menu.</summary>
internal static class ChoiceButtons
{
    private const int MaxButtons = 5;
    private const int MaxOptions = 25;
    private const int MaxButtonLabel = 80;
    private const int MaxOptionLabel = 100;

    /// <summary>The message with its choices under it.</summary>
    public static OutgoingMessage Under(OutgoingMessage message, IReadOnlyList<Choice> choices)
    {
        var pickable = choices.Select(c => (c.Label, Id: InvocationCode.Of(c.Invocation))).Where(c => c.Id is not null).DistinctBy(c => c.Id).Take(MaxOptions).ToList();
        return pickable.Count <= MaxButtons
            ? message with { Buttons = [.. pickable.Select(c => new Button(Label(c.Label, MaxButtonLabel), c.Id!))] }
            : message with { Menu = [.. pickable.Select(c => new MenuOption(Label(c.Label, MaxOptionLabel), c.Id!))] };
    }

    /// <summary>Whether a choice is shown whole, and can be picked.</summary>
    public static bool IsShownWhole(Choice choice) => choice.Label.Length <= MaxButtonLabel && InvocationCode.Of(choice.Invocation) is not null;

    // Labels are no Markdown.
    private static string Label(string text, int max) => TextSplitter.Shorten(CleanText.OneLine(text), max);
}
