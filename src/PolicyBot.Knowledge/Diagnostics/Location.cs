namespace PolicyBot.Knowledge.Diagnostics;

/// <summary>A location in one of a set's files.</summary>
/// <param name="File">The path of the file, as given to the reader.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct Location(string File, int Line);
