using PolicyBot.Discord.Testing.Hosting;

return await ServerProgram.RunAsync(args);
