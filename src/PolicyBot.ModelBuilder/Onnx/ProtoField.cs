namespace PolicyBot.ModelBuilder.Onnx;

/// <summary>A field of a protocol buffer message.</summary>
/// <param name="Number">The field number.</param>
/// <param name="Value">The value of a numeric field, otherwise 0.</param>
/// <param name="Bytes">The content of a text, bytes or a message, otherwise empty.</param>
internal readonly record struct ProtoField(int Number, ulong Value, ReadOnlyMemory<byte> Bytes);
