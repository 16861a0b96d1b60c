using PolicyBot.FakeDiscord.Hosting;

return await ServerProgram.RunAsync(args);
