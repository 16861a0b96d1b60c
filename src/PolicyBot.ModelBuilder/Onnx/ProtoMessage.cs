namespace PolicyBot.ModelBuilder.Onnx;

/// <summary>Reads the fields of a protocol buffer message in order. Fixed-width numbers are skipped.</summary>
internal static class ProtoMessage
{
    private const int VarInt = 0;
    private const int Fixed64 = 1;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    public static IEnumerable<ProtoField> Read(ReadOnlyMemory<byte> message)
    {
        while (!message.IsEmpty)
        {
            var key = ReadNumber(ref message);
            var number = (int)(key >> 3);
            switch ((int)(key & 7))
            {
                case VarInt:
                    yield return new ProtoField(number, ReadNumber(ref message), default);
                    break;
                case LengthDelimited:
                    var length = (int)ReadNumber(ref message);
                    yield return new ProtoField(number, 0, message[..length]);
                    message = message[length..];
                    break;
                case Fixed64:
                    message = message[8..];
                    break;
                case Fixed32:
                    message = message[4..];
                    break;
                default:
                    throw new InvalidDataException("model.onnx is not a valid ONNX file; restore the package again.");
            }
        }
    }

    /// <summary>Reads the numbers of a packed repeated field.</summary>
    public static IEnumerable<ulong> ReadNumbers(ReadOnlyMemory<byte> packed)
    {
        while (!packed.IsEmpty) yield return ReadNumber(ref packed);
    }

    private static ulong ReadNumber(ref ReadOnlyMemory<byte> bytes)
    {
        var number = 0UL;
        for (var i = 0; ; i++)
        {
            var next = bytes.Span[i];
            number |= (ulong)(next & 127) << (7 * i);
            if (next >= 128) continue;
            bytes = bytes[(i + 1)..];
            return number;
        }
    }
}
