namespace PolicyBot.ModelBuilder;

/// <summary>The model cannot be built. The message is one line that says why and what to do.</summary>
internal sealed class BuildException(string message) : Exception(message);
