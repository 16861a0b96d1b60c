using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Chat.Articles;
using PolicyBot.ConsoleChat;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Drafting;
using PolicyBot.Knowledge.Drafting.Pages;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.CommandLine;

/// <summary>
/// <c>draft PAGE [--into FOLDER] [--encoding NAME] [--force]</c>: drafts an article folder from a saved page.
/// </summary>
internal sealed partial class DraftCommandLine
{
    private readonly Argument<string> _page = new("page")
    {
        Description = "The saved page: an HTML, Markdown or text file.",
    };
    private readonly Option<string?> _into = new("--into")
    {
        Description =
            "The new folder: a name in the articles folder, or a path (default: named after the title).",
        HelpName = "folder",
    };
    private readonly Option<string?> _encoding = new("--encoding")
    {
        Description = "The page's encoding, such as windows-1252, if it declares none or a wrong one.",
        HelpName = "name",
    };
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Replace an article that is in the folder; its files are kept with .bak added.",
    };

    public static Command Create(BotCommandLine line)
    {
        var draft = new DraftCommandLine();
        var command = new Command("draft", "Draft an article and its curated set from a saved page.")
        {
            draft._page,
            draft._into,
            draft._encoding,
            draft._force,
        };
        command.Validators.Add(call =>
        {
            if (call.GetValue(draft._page) is { } page && Address().IsMatch(page))
            {
                call.AddError(
                    "draft reads a file, not an address. "
                    + "Save the page first (in the browser, Ctrl+S), then give the file's name.");
            }

            if (call.GetResult(draft._into) is { Tokens: [{ Value: var into }] } && string.IsNullOrWhiteSpace(into))
                call.AddError("--into is empty; choose a folder.");
        });
        command.SetAction(call => line.UseArticlesFolderAsync(call, (terminal, articles, paths) =>
            Task.FromResult(draft.Run(call, terminal, articles, paths))));
        return command;
    }

    private int Run(ParseResult call, Terminal terminal, ArticlesFolder articles, AppPaths paths)
    {
        var shown = call.GetValue(_page)!;
        if (Read(Path.GetFullPath(shown, paths.CurrentFolder)) is not { } bytes)
            return Fail(terminal, $"{shown} can't be read; choose a saved page.");
        var read = PageReader.Read(Path.GetFileName(shown), bytes, call.GetValue(_encoding));
        if (read is not PageResult.Read(var page))
            return Fail(terminal, $"{shown}: {((PageResult.Bad)read).Problem}");
        var draft = ArticleDrafter.Create(page);
        if (Locate(call.GetValue(_into), draft.Name, articles, paths) is not { } folder)
        {
            terminal.WriteErrorLine(
                "policybot: --into names a folder outside the current one; if you mean that, write its full path. "
                + "See policybot --help.");
            return ExitCodes.InvalidCommandLine;
        }

        string[] known = [SetFileNames.Article, SetFileNames.Knowledge, SetFileNames.Phrasings];
        if (!call.GetValue(_force) && ArticleFolderWriter.HasAny(folder, known))
        {
            return Fail(
                terminal,
                $"{folder} already has an article. Name another folder with --into, or replace it with --force.");
        }

        try
        {
            ArticleFolderWriter.Write(
                folder,
                [(SetFileNames.Article, draft.Article), (SetFileNames.Knowledge, draft.Knowledge)],
                [SetFileNames.Phrasings]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(
                terminal, $"{folder} can't be written ({e.Message.TrimEnd('.')}); choose another folder with --into.");
        }

        Report(terminal.Out, shown, folder, draft);
        return ExitCodes.Success;
    }

    private static void Report(TextWriter output, string page, string folder, Draft draft)
    {
        Write($"Drafted {folder} from {page}.");
        Write($"Title: {draft.Page.Title}");
        if (draft.Page.Author is { } author) Write($"Author: {author}");
        if (draft.Page.Publication is { } publication) Write($"Publication: {publication}");
        if (draft.Page.Date is { } date) Write($"Date: {date}");
        if (draft.Page.Url is { } url) Write($"Address: {url}");
        foreach (var doubt in draft.Page.Doubts) Write($"To review: {doubt}");
        var counts = draft.Counts;
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"Paragraphs: {draft.Page.Paragraphs.Count}; people: {counts.People}; organisations: "
            + $"{counts.Organisations}; quotes: {counts.Quotes}; dates and figures: {draft.Figures.Count}; questions: "
            + $"{counts.Questions}; unanswered: {counts.Unanswerable}; marks to review: {counts.Marks}."));
        if (draft.Page.Removed.Count > 0)
            Write("Removed from the page; check that none of it belongs to the article:");
        foreach (var block in draft.Page.Removed) Write($"- {block.Reason}: {Shorten(block.Text)}");
        Write("Next: run check, work through the marks it lists, then try the article with ask --draft.");

        void Write(string text) => output.Write(text + "\n");
    }

    private static string Shorten(string text)
    {
        const int Max = 160;
        return text.Length <= Max ? text : WholeCharacters.Truncate(text, Max) + "…";
    }

    // A name is one of the articles folder; a path is relative to the current folder, and must not leave it unless it
    // is a full one.
    private static string? Locate(string? into, string name, ArticlesFolder articles, AppPaths paths)
    {
        if (into is null) return Path.Combine(articles.Path, name);
        if (into is not ("." or "..") && !into.AsSpan().ContainsAny('/', '\\'))
            return Path.Combine(articles.Path, into);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(into, paths.CurrentFolder));
        if (Path.IsPathFullyQualified(into)) return full;
        var relative = Path.GetRelativePath(paths.CurrentFolder, full);
        return relative == ".." || relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? null
            : full;
    }

    // At most one byte more than a page may have: a device has no end.
    private static byte[]? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[PageReader.MaxBytes + 1];
            var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static int Fail(Terminal terminal, string problem)
    {
        terminal.WriteErrorLine($"policybot: {problem}");
        return ExitCodes.BadData;
    }

    [GeneratedRegex(@"^(?:[a-z][a-z0-9+.-]+://|www\.)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
