using Microsoft.Extensions.DependencyInjection;
using PolicyBot.Chat.Quotes;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>A painter that always fails.</summary>
internal sealed class BrokenCards : IQuoteCards
{
    public const string Inside = "the inside";

    /// <summary>Registers the usual commands with this painter.</summary>
    public static void Instead(IServiceCollection services) => services.AddSingleton<IQuoteCards, BrokenCards>();

    public ReadOnlyMemory<byte> Paint(QuoteCard card) => throw new InvalidOperationException(Inside);
}
