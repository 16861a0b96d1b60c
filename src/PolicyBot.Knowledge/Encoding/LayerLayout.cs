namespace PolicyBot.Knowledge.Encoding;

/// <summary>The layout of a transformer layer in the encoder's file.</summary>
/// <param name="Attention">Query, key and value, one after the other as the outputs of one matrix.</param>
/// <param name="AttentionOutput">From the attention's result back into the layer.</param>
/// <param name="AttentionNorm">The normalization after the attention.</param>
/// <param name="Expansion">Into the wide vector.</param>
/// <param name="Contraction">Out of the wide vector.</param>
/// <param name="OutputNorm">The normalization at the layer's end.</param>
public sealed record LayerLayout(
    MatrixLayout Attention,
    MatrixLayout AttentionOutput,
    NormLayout AttentionNorm,
    MatrixLayout Expansion,
    MatrixLayout Contraction,
    NormLayout OutputNorm);
