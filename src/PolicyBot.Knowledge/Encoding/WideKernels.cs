using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>Multiplies matrices with AVX2: eight outputs of half a block at once, for up to four rows.</summary>
internal sealed class WideKernels : VectorKernels
{
    private const int Rows = 4;
    private const int Half = EncoderLayout.BlockRows / 2;

    /// <summary>Whether this machine supports them.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(
        in QuantizedMatrix matrix, ReadOnlySpan<short> rows, ReadOnlySpan<float> scales, Span<float> results)
    {
        var blockLength = EncoderLayout.BlockRows * matrix.Inputs;
        for (var output = 0; output < matrix.Outputs; output += EncoderLayout.BlockRows)
        {
            // A block's weights stay in the L1 cache for all rows.
            ref var weights = ref MemoryMarshal.GetReference(matrix.Weights.Slice(output * matrix.Inputs, blockLength));
            var row = 0;
            for (; row + Rows <= scales.Length; row += Rows)
            {
                var inputs = rows.Slice(row * matrix.Inputs, Rows * matrix.Inputs);
                MultiplyFour(ref weights, inputs, matrix, scales, results, row, output);
            }

            for (; row < scales.Length; row++)
            {
                var inputs = rows.Slice(row * matrix.Inputs, matrix.Inputs);
                MultiplyOne(ref weights, inputs, matrix, scales, results, row, output);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyFour(
        ref sbyte weights,
        ReadOnlySpan<short> rows,
        in QuantizedMatrix matrix,
        ReadOnlySpan<float> scales,
        Span<float> results,
        int row,
        int output)
    {
        Vector256<int> low0 = default, low1 = default, low2 = default, low3 = default;
        Vector256<int> high0 = default, high1 = default, high2 = default, high3 = default;
        var pairs = (nuint)matrix.Inputs / 2;
        ref var pair0 = ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(rows));
        ref var pair1 = ref Unsafe.Add(ref pair0, pairs);
        ref var pair2 = ref Unsafe.Add(ref pair1, pairs);
        ref var pair3 = ref Unsafe.Add(ref pair2, pairs);
        for (nuint i = 0; i < pairs; i++)
        {
            var at = i * 2 * EncoderLayout.BlockRows;
            var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights, at));
            var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights, at + (2 * Half)));
            var input = Vector256.Create(Unsafe.Add(ref pair0, i)).AsInt16();
            low0 += Avx2.MultiplyAddAdjacent(low, input);
            high0 += Avx2.MultiplyAddAdjacent(high, input);
            input = Vector256.Create(Unsafe.Add(ref pair1, i)).AsInt16();
            low1 += Avx2.MultiplyAddAdjacent(low, input);
            high1 += Avx2.MultiplyAddAdjacent(high, input);
            input = Vector256.Create(Unsafe.Add(ref pair2, i)).AsInt16();
            low2 += Avx2.MultiplyAddAdjacent(low, input);
            high2 += Avx2.MultiplyAddAdjacent(high, input);
            input = Vector256.Create(Unsafe.Add(ref pair3, i)).AsInt16();
            low3 += Avx2.MultiplyAddAdjacent(low, input);
            high3 += Avx2.MultiplyAddAdjacent(high, input);
        }

        Store(low0, high0, matrix, scales[row], results, row, output);
        Store(low1, high1, matrix, scales[row + 1], results, row + 1, output);
        Store(low2, high2, matrix, scales[row + 2], results, row + 2, output);
        Store(low3, high3, matrix, scales[row + 3], results, row + 3, output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyOne(
        ref sbyte weights,
        ReadOnlySpan<short> inputs,
        in QuantizedMatrix matrix,
        ReadOnlySpan<float> scales,
        Span<float> results,
        int row,
        int output)
    {
        Vector256<int> lowSum = default, highSum = default;
        var pairs = MemoryMarshal.Cast<short, int>(inputs);
        nuint at = 0;
        foreach (var pair in pairs)
        {
            var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights, at));
            var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weights, at + (2 * Half)));
            at += 2 * EncoderLayout.BlockRows;
            var input = Vector256.Create(pair).AsInt16();
            lowSum += Avx2.MultiplyAddAdjacent(low, input);
            highSum += Avx2.MultiplyAddAdjacent(high, input);
        }

        Store(lowSum, highSum, matrix, scales[row], results, row, output);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector256<int> low,
        Vector256<int> high,
        in QuantizedMatrix matrix,
        float scale,
        Span<float> results,
        int row,
        int output)
    {
        var to = results.Slice((row * matrix.Outputs) + output, EncoderLayout.BlockRows);
        var scales = matrix.Scales.Slice(output, EncoderLayout.BlockRows);
        var bias = matrix.Bias.Slice(output, EncoderLayout.BlockRows);
        var factor = Vector256.Create(scale);
        var product = Vector256.ConvertToSingle(low) * (Vector256.Create(scales) * factor);
        (product + Vector256.Create(bias)).CopyTo(to);
        product = Vector256.ConvertToSingle(high) * (Vector256.Create(scales[Half..]) * factor);
        (product + Vector256.Create(bias[Half..])).CopyTo(to[Half..]);
    }
}
