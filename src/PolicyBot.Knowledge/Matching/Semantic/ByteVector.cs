using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>
/// Operations on vectors rounded to signed bytes. Their dot products are sums of integers, so every machine gets the
/// same result.
/// </summary>
internal static class ByteVector
{
    private const float Largest = 127f;

    /// <summary>Rounds a vector so that its largest number becomes 127.</summary>
    /// <param name="vector">The vector, of any length.</param>
    /// <param name="rounded">Receives the result; of the same length.</param>
    public static void Round(ReadOnlySpan<float> vector, Span<sbyte> rounded)
    {
        var largest = 1e-9f;
        foreach (var value in vector) largest = MathF.Max(largest, MathF.Abs(value));
        var scale = Largest / largest;
        for (var i = 0; i < vector.Length; i++) rounded[i] = (sbyte)MathF.Round(vector[i] * scale);
    }

    /// <summary>Computes one divided by the length of a vector; 0 for a zero vector.</summary>
    public static float InverseLength(ReadOnlySpan<sbyte> vector)
    {
        var square = Dot(vector, vector);
        return square == 0 ? 0 : 1f / MathF.Sqrt(square);
    }

    /// <summary>Computes the dot product of two vectors of the same length, a multiple of 32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Dot(ReadOnlySpan<sbyte> first, ReadOnlySpan<sbyte> second)
    {
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        var sum = Vector256<int>.Zero;
        for (nuint i = 0; i < (nuint)first.Length; i += 32)
        {
            var x = Vector256.LoadUnsafe(ref a, i);
            var y = Vector256.LoadUnsafe(ref b, i);
            // The product of two bytes fits into 16 bits, and so does the sum of two products.
            var products = (Vector256.WidenLower(x) * Vector256.WidenLower(y))
                + (Vector256.WidenUpper(x) * Vector256.WidenUpper(y));
            sum += Vector256.WidenLower(products) + Vector256.WidenUpper(products);
        }

        return Vector256.Sum(sum);
    }
}
