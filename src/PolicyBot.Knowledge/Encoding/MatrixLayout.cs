namespace PolicyBot.Knowledge.Encoding;

/// <summary>Where a quantized matrix lies in the encoder's file.</summary>
/// <param name="Outputs">Its outputs: a multiple of <see cref="EncoderLayout.BlockRows"/>.</param>
/// <param name="Inputs">Its inputs: an even number.</param>
/// <param name="Weights">Offset of the weights, signed bytes in the order of <see cref="GetIndex"/>.</param>
/// <param name="Scales">Offset of the scales, a 32-bit float an output.</param>
/// <param name="Bias">Offset of the bias, a 32-bit float an output.</param>
public sealed record MatrixLayout(int Outputs, int Inputs, int Weights, int Scales, int Bias)
{
    /// <summary>Where the weight of an output and an input lies among the weights.</summary>
    public int GetIndex(int output, int input)
    {
        const int Rows = EncoderLayout.BlockRows;
        var (block, row) = Math.DivRem(output, Rows);
        return (block * Rows * Inputs) + (input / 2 * 2 * Rows) + (2 * row) + (input % 2);
    }
}
