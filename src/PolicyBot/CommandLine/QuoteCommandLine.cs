using System.CommandLine;
using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;
using PolicyBot.JsonOutput;
using PolicyBot.QuoteCards;

namespace PolicyBot.CommandLine;

/// <summary><c>quote [--by WHO] [--about WORDS] [--random] [--card FILE] [--json]</c>.</summary>
internal static class QuoteCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var by = new Option<string?>("--by")
        {
            Description = "Who said it: a name or part of one.",
            HelpName = "who"
        };
        var about = new Option<string?>("--about")
        {
            Description = "Words in the quote or its topics.",
            HelpName = "words"
        };
        var random = new Option<bool>("--random") { Description = "Show only one, picked at random." };
        var card = new Option<string?>("--card")
        {
            Description = "Save one as a picture (PNG) in this file.",
            HelpName = "file"
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object per quote, and nothing if no quote matches."
        };
        var command = new Command("quote", "Show quotes from the article.") { by, about, random, card, json };
        command.Validators.Add(call =>
        {
            if (call.GetValue(json) && call.GetValue(card) is not null)
                call.AddError("--card and --json can't be combined.");
        });
        command.SetAction(call =>
        {
            var isOne = call.GetValue(random) || call.GetValue(card) is not null;
            var request = CommandRequest.Create(isOne
                ? "quote"
                : "quotes", ConsoleBot.ConversationId, ("by", call.GetValue(by) ?? ""),
                    ("about", call.GetValue(about) ?? ""));
            request = isOne
                ? request.With("random", call.GetValue(random) ? "true" : "false")
                : request.With("page", "all");
            if (call.GetValue(json)) return line.UseAsync(call, bot => WriteJson(bot, request));
            return call.GetValue(card) is { } file
                ? line.UseAsync(call, bot => DrawAsync(bot, request.With("card", "true"), file))
                : line.ReplyAsync(call, request);
        });
        return command;
    }

    private static Task<int> WriteJson(ConsoleBot bot, CommandRequest request)
    {
        var quotes = bot.Article.Quotes.Find(request.GetOption("by"), request.GetOption("about"));
        if (request.HasFlag("random") && quotes.Count > 0) quotes = [quotes[bot.Random.Next(quotes.Count)]];
        foreach (var quote in quotes) JsonLineWriter.Write(bot.Terminal.Out, QuoteJson.From(quote));
        return Task.FromResult(ExitCodes.Success);
    }

    private static async Task<int> DrawAsync(ConsoleBot bot, CommandRequest request, string file)
    {
        var reply = await bot.Commands.DispatchAsync(request, CancellationToken.None);
        if (reply.Picture is null)
        {
            bot.Renderer.Write(reply, isPickable: false);
            bot.Terminal.WriteErrorLine(
                $"policybot: {file} wasn't written, because no quote matches. Change the search.");
            return ExitCodes.BadData;
        }

        if (await ProblemOfWritingAsync(reply.Picture, file) is { } problem)
        {
            bot.Terminal.WriteErrorLine($"policybot: {problem}");
            return ExitCodes.BadData;
        }

        bot.Renderer.Write(reply, isPickable: false);
        return ExitCodes.Success;
    }

    private static async Task<string?> ProblemOfWritingAsync(Picture picture, string file)
    {
        ReadOnlyMemory<byte> png;
        try
        {
            png = picture.Png();
        }
        catch (FontMissingException e)
        {
            return e.Message;
        }

        try
        {
            await File.WriteAllBytesAsync(file, png);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{file} can't be written ({e.Message.TrimEnd('.')}); choose another file.";
        }
    }
}
