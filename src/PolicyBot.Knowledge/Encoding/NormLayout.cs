namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The layout of a layer normalization in the encoder's file: <see cref="EncoderLayout.Width"/> 32-bit floats each.
/// </summary>
/// <param name="Gain">Offset of the factors.</param>
/// <param name="Bias">Offset of the addends.</param>
public sealed record NormLayout(int Gain, int Bias);
