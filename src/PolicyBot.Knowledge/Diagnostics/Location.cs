namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>A place in one of a set's files.</summary>
/// <param name="File">The file, as it was named to the reader.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct Location(string File, int Line);
