namespace PolicyBot.Storage.Tests.DailyPosts;

/// <summary>The process was killed: nothing runs after it.</summary>
internal sealed class KilledException(string when) : Exception($"Killed {when}.");
