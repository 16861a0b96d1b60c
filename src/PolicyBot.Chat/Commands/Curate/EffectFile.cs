using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Evaluation.Effects;
using PolicyBot.Knowledge.Exchange;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>Lists every effect of a change in a file for spreadsheets.</summary>
internal static class EffectFile
{
    /// <summary>Creates the file.</summary>
    public static AttachedFile Create(EffectReport effects)
    {
        using var stream = new MemoryStream();
        CsvTable.Write(
            [
                ["effect", "from", "question", "before", "after"],
                .. effects.Effects.Select(e => (IReadOnlyList<string>)
                [
                    CurateTexts.Kind(e.Kind),
                    CurateTexts.Source(e.Source),
                    e.Question,
                    ChangeTexts.Describe(e.Before),
                    ChangeTexts.Describe(e.After),
                ]),
            ],
            stream);
        return new AttachedFile("effects.csv", "text/csv", stream.ToArray(), CurateTexts.FileDescription);
    }
}
