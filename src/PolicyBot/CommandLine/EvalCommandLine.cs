using System.CommandLine;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Evaluation;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>eval</c>: how well the questions of a file, which names their right entries or passages, are answered.
/// </summary>
internal static class EvalCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var file = new Argument<string>("file")
        {
            Description = "The questions, one per line: half, right entries, style and question, separated by tabs, "
                + "or a JSON object with half, style, question and ok.",
        };
        var half = new Option<string?>("--half")
        {
            Description = "Ask only this half of the questions; for the held half, show only totals.",
        };
        half.AcceptOnlyFromAmong("tuning", "held");
        var curve = new Option<string?>("--curve")
        {
            Description = "Plot coverage against error in this .svg or .png file.",
            HelpName = "file",
        };
        curve.Validators.Add(call =>
        {
            if (call.Tokens is [{ Value: var path }] && !CurvePlot.CanDraw(path))
                call.AddError("--curve must name an .svg or .png file.");
        });
        var draft = BotCommandLine.CreateDraftOption();
        var command = new Command("eval", "Measure how well the bot answers the questions in a file.")
        {
            file, half, curve, draft,
        };
        command.SetAction(call => line.UseAsync(
            call,
            BotCommandLine.GetMarked(call, draft),
            bot => Task.FromResult(Run(bot, call.GetValue(file)!, call.GetValue(half), call.GetValue(curve)))));
        return command;
    }

    private static int Run(ConsoleBot bot, string path, string? half, string? curve)
    {
        if (Read(bot.Terminal, path) is not { } text) return ExitCodes.BadData;
        var questions = EvaluationFile.Read(new KnowledgeFile(path, text), bot.Article.Set, out var errors);
        foreach (var error in EvaluationFile.FormatErrors(errors)) bot.Terminal.WriteErrorLine(error);
        if (errors.Count > 0) return ExitCodes.BadData;

        var onlyHalf = half == "held" ? EvaluationHalf.Held : EvaluationHalf.Tuning;
        var chosen = questions.Where(q => half is null || q.Half == onlyHalf).ToList();
        if (chosen.Count == 0)
        {
            bot.Terminal.WriteErrorLine(
                $"{path}: The file has no question of the {half} half. Remove --half, or choose another file.");
            return ExitCodes.BadData;
        }

        var report = EvaluationReport.Run(bot.Answerer.Value, chosen);
        ReportPrinter.Print(report, bot.Answerer.Value.Thresholds, bot.Terminal.Out);
        return curve is null ? ExitCodes.Success : Draw(bot.Terminal, report, curve);
    }

    private static int Draw(Terminal terminal, EvaluationReport report, string path)
    {
        try
        {
            CurvePlot.Draw(report.GetRiskCoverageCurve(), path);
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {path} can't be written ({e.Message.TrimEnd('.')}); choose another file.");
            return ExitCodes.BadData;
        }
    }

    private static string? Read(Terminal terminal, string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.WriteErrorLine(
                $"policybot: {path} can't be read ({e.Message.TrimEnd('.')}); choose a file of questions.");
            return null;
        }
    }
}
