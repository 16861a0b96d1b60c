using PolicyBot.Discord.Testing;

await using var server = await DiscordServer.StartAsync(new DiscordServerOptions { Port = 8787 });
Console.WriteLine(server.ApiUrl);
await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
