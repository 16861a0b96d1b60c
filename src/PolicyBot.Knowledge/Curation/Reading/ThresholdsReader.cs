using System.Globalization;
using PolicyBot.Knowledge.Curation.Rules;
using PolicyBot.Knowledge.Curation.Yaml;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.Knowledge.Curation.Reading;

/// <summary>Reads the thresholds, which are optional.</summary>
internal sealed class ThresholdsReader(ReadingContext context)
{
    private const string Part = "thresholds";

    public Thresholds? Read(Node? part)
    {
        if (part is null || EntryFields.Read(part, Part, context.Diagnostics, ["answer", "offer"]) is not { } fields)
            return null;
        var (best, offered) = (ReadNumber(fields["answer"], "answer"), ReadNumber(fields["offer"], "offer"));
        if (best is not { } answer || offered is not { } offer) return null;
        if (offer > answer)
        {
            context.Diagnostics.Add(
                fields["offer"]!.Line,
                Part,
                string.Create(
                    CultureInfo.InvariantCulture, $"The threshold “offer” ({offer}) is above “answer” ({answer})."),
                "Set “offer” no higher than “answer”.");
        }

        return new Thresholds(answer, offer);
    }

    private double? ReadNumber(Node? node, string what)
    {
        if (context.Texts.ReadOne(node, Part, what, Limits.Topic) is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 1)
            return number;
        context.Diagnostics.Add(
            node!.Line,
            Part,
            $"The threshold “{what}” is {DiagnosticText.Quote(text)}, not a number from 0 to 1.",
            "Write a number from 0 to 1, as in 0.5.");
        return null;
    }
}
