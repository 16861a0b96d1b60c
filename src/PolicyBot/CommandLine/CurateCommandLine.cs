using System.CommandLine;
using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>curate … --server ID</c>: the commands by which moderators change a server's set, for the operator, on the
/// configured database.
/// </summary>
internal static class CurateCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var server = ServerOption.Create();
        server.Recursive = true;
        var publish = new Option<bool>("--publish")
        {
            Description = "Publish the change without asking, unless a question gets worse.",
            Recursive = true,
        };
        var reason = Text("--reason", "The reason, for the history.", "text");
        var entry = new Argument<string>("question") { Description = "The question, or its id." };
        return new Command("curate", "Change one server's questions and answers, without changing the article's files.")
        {
            server,
            publish,
            Define("review", "Go through the questions that weren't answered well.", null),
            Define(
                "add",
                "Add a question that the article, or a rule of the server, answers.",
                null,
                Required("--question", "The question.", "text", "question"),
                (Text("--answer", "The answer (default: the evidence).", "text"), "answer"),
                (Texts("--evidence", "Words of the article, exactly; repeatable."), "quote"),
                (Texts("--phrasing", "Another way to ask it; repeatable."), "phrasings"),
                (Text("--rule", "The server's rule that the answer rests on, instead of the article.", "text"), "rule"),
                (Text("--link", "Where members can read the rule.", "address"), "link"),
                (reason, "reason")),
            Define(
                "edit",
                "Change a question, its answer or its phrasings.",
                entry,
                (Text("--question", "The new question.", "text"), "question"),
                (Text("--answer", "The new answer.", "text"), "answer"),
                (Texts("--evidence", "Words of the article, exactly; repeatable."), "quote"),
                (Texts("--phrasing", "A phrasing to add; repeatable."), "phrasings"),
                (Texts("--remove", "A phrasing to remove; repeatable."), "remove"),
                (reason, "reason")),
            Define("retire", "Remove a question from what the bot answers.", entry, (reason, "reason")),
            Define("find", "Find a question, and see its phrasings and its changes.", entry),
            Define("history", "See who changed what, when and why.", null),
            Define("undo", "Undo the latest change.", null),
            CreateExport(),
        };

        Command Define(
            string name, string description, Argument<string>? argument, params (Option Option, string Name)[] options)
        {
            var command = new Command(name, description);
            if (argument is not null) command.Add(argument);
            foreach (var (option, _) in options) command.Add(option);
            command.SetAction(call => line.UseCurationAsync(call, async bot =>
            {
                List<(string, string)> values = [];
                if (argument is not null) values.Add(("entry", call.GetValue(argument)!));
                foreach (var (option, optionName) in options)
                {
                    if (GetText(call, option) is { } text) values.Add((optionName, text));
                }

                if (values.Any(v => v.Item1 is "rule" or "link")) values.Add(("source", "server rule"));
                var request = CommandRequest.Create($"curate {name}", ConsoleBot.ConversationId, [.. values]);
                return await new CurationSession(bot, call.GetValue(server)!, call.GetValue(publish)).RunAsync(request);
            }));
            return command;
        }

        Command CreateExport()
        {
            var into = new Option<string>("--into")
            {
                Description = "The folder to write; it must be new or empty.",
                HelpName = "folder",
                Required = true,
            };
            var command = new Command("export", "Write the article's folder with the server's changes.") { into };
            command.SetAction(call => line.UseCurationAsync(
                call,
                bot => new CurationSession(bot, call.GetValue(server)!, publishes: false)
                    .ExportAsync(call.GetValue(into)!)));
            return command;
        }
    }

    private static Option<string?> Text(string name, string description, string helpName) =>
        new(name) { Description = description, HelpName = helpName };

    private static Option<string[]> Texts(string name, string description) =>
        new(name) { Description = description, HelpName = "text" };

    private static (Option Option, string Name) Required(
        string name, string description, string helpName, string option) =>
        (new Option<string?>(name) { Description = description, HelpName = helpName, Required = true }, option);

    private static string? GetText(ParseResult call, Option option) => option switch
    {
        Option<string[]> texts => call.GetValue(texts) is { Length: > 0 } values ? string.Join('\n', values) : null,
        Option<string?> text => call.GetValue(text),
        _ => null,
    };
}
