using PolicyBot;
using PolicyBot.Terminals;

using var terminal = Terminal.OfProcess();
var random = new Random(unchecked((int)TimeProvider.System.GetTimestamp()));
return await new BotProgram(terminal, AppPaths.OfProcess(), random).RunAsync(args);
