namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>Stands for the end of the process: nothing is done after it.</summary>
internal sealed class KilledException(string when) : Exception($"Killed {when}.");
