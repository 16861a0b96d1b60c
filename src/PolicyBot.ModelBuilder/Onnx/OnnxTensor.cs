using System.Runtime.InteropServices;

namespace PolicyBot.ModelBuilder.Onnx;

/// <summary>A constant of an ONNX model: its sizes, and its 32-bit floats in row-major order.</summary>
internal sealed record OnnxTensor(IReadOnlyList<int> Sizes, ReadOnlyMemory<byte> Bytes)
{
    public ReadOnlySpan<float> Values => MemoryMarshal.Cast<byte, float>(Bytes.Span);
}
