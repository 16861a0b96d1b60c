using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyBot.Tests.Support;

/// <summary>An OpenTelemetry collector on this machine that keeps what it gets.</summary>
internal sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _received = [];

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add($"{Address}/");
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Address { get; }

    /// <summary>Everything that was sent to a path. Texts in Protocol Buffers are their own bytes.</summary>
    public string Get(string path) => string.Concat(_received.Where(r => r.Path == path).Select(r => r.Body));

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var bytes = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(bytes);
                _received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(bytes.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }
}
