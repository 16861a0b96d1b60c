namespace PolicyBot.Knowledge.Encoding;

/// <summary>Reads a part of a file. Called by many threads at once.</summary>
/// <param name="offset">Where the part begins, in bytes from the beginning of the file.</param>
/// <param name="into">Receives the part: as many bytes as it has room for, or an exception is thrown.</param>
public delegate void ReadBytes(int offset, Span<byte> into);
