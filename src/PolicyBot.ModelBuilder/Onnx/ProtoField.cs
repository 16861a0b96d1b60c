namespace PolicyBot.ModelBuilder.Onnx;

/// <summary>A field of a protocol buffer message.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Value">Its value where it is a number, otherwise 0.</param>
/// <param name="Bytes">Its bytes where it is a text, bytes or a message, otherwise empty.</param>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes);
