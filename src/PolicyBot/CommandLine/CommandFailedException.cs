namespace PolicyBot.CommandLine;

/// <summary>A command can't do what it should.</summary>
/// <param name="message">What is wrong and the fix, in one line.</param>
internal sealed class CommandFailedException(string message) : Exception(message);
