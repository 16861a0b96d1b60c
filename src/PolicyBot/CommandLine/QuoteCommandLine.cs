using System.CommandLine;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Quoting;
using PolicyBot.Lines;
using PolicyBot.Opening;

namespace PolicyBot.CommandLine;

/// <summary><c>quote [--by WHO] [--about WORDS] [--random] [--json]</c>.</summary>
internal static class QuoteCommandLine
{
    public static Command Create(BotCommandLine line)
    {
        var by = new Option<string?>("--by") { Description = "Who says them: a name or a part of it.", HelpName = "who" };
        var about = new Option<string?>("--about") { Description = "Words that stand in the quote or in its topics.", HelpName = "words" };
        var random = new Option<bool>("--random") { Description = "Only one, picked at random." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a quote; nothing where none fits." };
        var command = new Command("quote", "Show words that the article quotes.") { by, about, random, json };
        command.SetAction(call =>
        {
            var invocation = Invocation.Of(
                "quote", Bot.Place, ("by", call.GetValue(by) ?? ""), ("about", call.GetValue(about) ?? ""), ("random", call.GetValue(random) ? "true" : "false"));
            return call.GetValue(json) ? line.UseAsync(call, bot => WriteJson(bot, invocation)) : line.ReplyAsync(call, invocation);
        });
        return command;
    }

    private static Task<int> WriteJson(Bot bot, Invocation invocation)
    {
        var quotes = QuoteFinder.Find(bot.Article.Set, invocation.Option("by"), invocation.Option("about"));
        if (invocation.Flag("random") && quotes.Count > 0) quotes = [quotes[bot.Random.Next(quotes.Count)]];
        foreach (var quote in quotes) JsonLines.Write(bot.Terminal.Out, QuoteLine.Of(quote));
        return Task.FromResult(ExitCodes.Success);
    }
}
