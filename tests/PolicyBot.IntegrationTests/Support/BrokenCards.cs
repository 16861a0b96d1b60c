using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat;
using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Quotes;
using PolicyBot.Chat.Servers;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>Cannot draw any quote.</summary>
internal sealed class BrokenCards : IQuoteCards
{
    public const string Inside = "the inside";

    /// <summary>A bot with the usual commands, which can draw none.</summary>
    public static void Instead(IServiceCollection services) => services.AddSingleton<IQuoteCards, BrokenCards>();

    public ReadOnlyMemory<byte> Paint(QuoteCard card) => throw new InvalidOperationException(Inside);
}
