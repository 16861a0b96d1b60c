namespace PolicyBot.Knowledge.Encoding;

/// <summary>A matrix over the bytes of the encoder's file.</summary>
internal readonly ref struct QuantizedMatrix(
    MatrixLayout layout, ReadOnlySpan<sbyte> weights, ReadOnlySpan<float> scales, ReadOnlySpan<float> bias)
{
    public int Inputs => Layout.Inputs;

    public int Outputs => Layout.Outputs;

    public MatrixLayout Layout { get; } = layout;

    /// <summary>The weights, in the order of <see cref="MatrixLayout.GetIndex"/>.</summary>
    public ReadOnlySpan<sbyte> Weights { get; } = weights;

    /// <summary>The scale of each output.</summary>
    public ReadOnlySpan<float> Scales { get; } = scales;

    public ReadOnlySpan<float> Bias { get; } = bias;
}
