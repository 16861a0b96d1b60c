namespace PolicyBot.Knowledge.Encoding;

/// <summary>The layout of a quantized matrix in the encoder's file.</summary>
/// <param name="Outputs">The number of outputs: a multiple of <see cref="EncoderLayout.BlockRows"/>.</param>
/// <param name="Inputs">The number of inputs: an even number.</param>
/// <param name="Weights">Offset of the weights, signed bytes in the order of <see cref="GetIndex"/>.</param>
/// <param name="Scales">Offset of the scales, a 32-bit float per output.</param>
/// <param name="Bias">Offset of the bias, a 32-bit float per output.</param>
public sealed record MatrixLayout(int Outputs, int Inputs, int Weights, int Scales, int Bias)
{
    /// <summary>Gets the index of the weight of an output and an input.</summary>
    public int GetIndex(int output, int input)
    {
        const int Rows = EncoderLayout.BlockRows;
        var (block, row) = Math.DivRem(output, Rows);
        return (block * Rows * Inputs) + (input / 2 * 2 * Rows) + (2 * row) + (input % 2);
    }
}
