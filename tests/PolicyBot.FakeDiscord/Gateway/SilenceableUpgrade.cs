using Microsoft.AspNetCore.Http.Features;

namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>Inserts a stream that can be silenced between a connection and its websocket.</summary>
internal sealed class SilenceableUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public SilenceableStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync()
    {
        Stream = new SilenceableStream(await inner.UpgradeAsync());
        return Stream;
    }
}
