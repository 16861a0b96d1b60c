using System.Globalization;
using System.IO.Compression;
using PolicyBot.Chat.Curation;
using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>
/// Changes a server's set from the console. At a terminal, the operator picks what to do next by number; otherwise the
/// change is published only if the command line says so.
/// </summary>
/// <param name="bot">Runs the commands.</param>
/// <param name="server">The server.</param>
/// <param name="publishes">Whether a change is published without asking.</param>
internal sealed class CurationSession(CurationBot bot, string server, bool publishes)
{
    private const string Prompt = "Number, or Enter to stop> ";
    private const string PublishCommand = "curate publish";

    private readonly Caller _operator = new(CurationChange.Operator, server, CanManageServer: true);

    /// <summary>Runs a command, and what the operator picks after it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CommandRequest request)
    {
        var terminal = bot.Terminal;
        var isTyped = !terminal.IsInputRedirected && !publishes;
        var reply = await DispatchAsync(request);
        bot.Renderer.Write(reply, isPickable: isTyped);
        if (publishes) return await PublishAsync(reply);
        while (isTyped && reply.Choices.Count + reply.Actions.Count > 0)
        {
            terminal.Out.Write(Prompt);
            terminal.Out.Flush();
            if (terminal.In.ReadLine() is not { Length: > 0 } line) break;
            List<ReplyAction> actions = [.. reply.Choices, .. reply.Actions];
            if (!int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                || number < 1 || number > actions.Count)
            {
                terminal.Out.Write($"Type a number from 1 to {actions.Count}.\n");
                continue;
            }

            reply = await DispatchAsync(actions[number - 1].Request);
            bot.Renderer.Write(reply, isPickable: true);
        }

        return reply.Kind == ReplyKind.Refusal && FindPublish(reply) is null ? ExitCodes.BadData : ExitCodes.Success;
    }

    /// <summary>Writes the article's folder with the server's changes.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExportAsync(string folder)
    {
        var full = Path.GetFullPath(folder, bot.CurrentFolder);
        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
        {
            bot.Terminal.WriteErrorLine($"policybot: {folder} is a file or isn't empty; choose a new or empty folder.");
            return ExitCodes.BadData;
        }

        var reply = await DispatchAsync(CommandRequest.Create("curate export", ConsoleBot.ConversationId));
        bot.Renderer.Write(reply, isPickable: false);
        if (reply.File is not { } file) return ExitCodes.BadData;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file.Content.ToArray()));
            Directory.CreateDirectory(full);
            foreach (var entry in archive.Entries) await entry.ExtractToFileAsync(Path.Combine(full, entry.Name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bot.Terminal.WriteErrorLine(
                $"policybot: {folder} can't be written ({e.Message.TrimEnd('.')}); choose another folder.");
            return ExitCodes.BadData;
        }

        return ExitCodes.Success;
    }

    private static ReplyAction? FindPublish(Reply reply) =>
        reply.Actions.FirstOrDefault(a => a.Request.Command == PublishCommand);

    private async Task<int> PublishAsync(Reply reply)
    {
        if (FindPublish(reply) is not { } publish) return ExitCodes.BadData;
        if (publish.IsDestructive)
        {
            bot.Terminal.WriteErrorLine(
                "policybot: Nothing was published, because some answers would get worse. To publish the change anyway, "
                    + "run this without --publish at a terminal, and confirm there.");
            return ExitCodes.BadData;
        }

        reply = await DispatchAsync(publish.Request);
        bot.Renderer.Write(reply, isPickable: false);
        return reply.Kind == ReplyKind.Refusal ? ExitCodes.BadData : ExitCodes.Success;
    }

    private async Task<Reply> DispatchAsync(CommandRequest request) =>
        await bot.Commands.DispatchAsync(request with { Caller = _operator }, CancellationToken.None);
}
