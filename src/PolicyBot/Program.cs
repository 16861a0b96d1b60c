using PolicyBot;
using PolicyBot.CommandLine;
using PolicyBot.ConsoleChat;

using var terminal = Terminal.FromProcess();
var random = new Random(unchecked((int)TimeProvider.System.GetTimestamp()));
return await new BotProgram(terminal, AppPaths.FromProcess(), random).RunAsync(args);
