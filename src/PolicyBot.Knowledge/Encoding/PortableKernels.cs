using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyBot.Knowledge.Encoding;

/// <summary>Multiplies matrices on any machine with 128-bit vectors, including Arm64.</summary>
internal sealed class PortableKernels : VectorKernels
{
    private const int Quarter = EncoderLayout.BlockRows / 4;

    /// <summary>Whether this machine supports them.</summary>
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Multiply(
        in QuantizedMatrix matrix, ReadOnlySpan<short> rows, ReadOnlySpan<float> scales, Span<float> results)
    {
        var blockLength = EncoderLayout.BlockRows * matrix.Inputs;
        for (var output = 0; output < matrix.Outputs; output += EncoderLayout.BlockRows)
        {
            ref var weights = ref MemoryMarshal.GetReference(matrix.Weights.Slice(output * matrix.Inputs, blockLength));
            for (var row = 0; row < scales.Length; row++)
            {
                var inputs = rows.Slice(row * matrix.Inputs, matrix.Inputs);
                Vector128<int> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
                nuint at = 0;
                for (var i = 0; i < inputs.Length; i += 2)
                {
                    var even = Vector128.Create((int)inputs[i]);
                    var odd = Vector128.Create((int)inputs[i + 1]);
                    var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref weights, at));
                    sum0 = AddPairs(sum0, low, even, odd);
                    sum1 = AddPairs(sum1, high, even, odd);
                    (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref weights, at + EncoderLayout.BlockRows));
                    sum2 = AddPairs(sum2, low, even, odd);
                    sum3 = AddPairs(sum3, high, even, odd);
                    at += 2 * EncoderLayout.BlockRows;
                }

                var start = (row * matrix.Outputs) + output;
                Store(sum0, matrix, scales[row], output, results[start..]);
                Store(sum1, matrix, scales[row], output + Quarter, results[(start + Quarter)..]);
                Store(sum2, matrix, scales[row], output + (2 * Quarter), results[(start + (2 * Quarter))..]);
                Store(sum3, matrix, scales[row], output + (3 * Quarter), results[(start + (3 * Quarter))..]);
            }
        }
    }

    /// <summary>
    /// Adds four outputs' products with two inputs; each lane of <paramref name="weights"/> holds two weights of an
    /// output.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddPairs(
        Vector128<int> sums, Vector128<short> weights, Vector128<int> even, Vector128<int> odd)
    {
        var pairs = weights.AsInt32();
        return sums + (((pairs << 16) >> 16) * even) + ((pairs >> 16) * odd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<int> sums, in QuantizedMatrix matrix, float scale, int output, Span<float> to)
    {
        var scales = Vector128.Create(matrix.Scales.Slice(output, Quarter)) * Vector128.Create(scale);
        ((Vector128.ConvertToSingle(sums) * scales) + Vector128.Create(matrix.Bias.Slice(output, Quarter))).CopyTo(to);
    }
}
