namespace PolicyBot.Knowledge.Encoding;

/// <summary>Working memory of the encoder for one text, grown when a text is longer than any before.</summary>
internal sealed class EncoderBuffers
{
    /// <summary>The state between the layers, one row per piece.</summary>
    public float[] State { get; private set; } = [];

    /// <summary>Query, key and value, one row per piece.</summary>
    public float[] Attention { get; private set; } = [];

    /// <summary>The results of narrow matrices, one row per piece.</summary>
    public float[] Narrow { get; private set; } = [];

    /// <summary>The wide vectors inside a layer, one row per piece.</summary>
    public float[] Wide { get; private set; } = [];

    /// <summary>The quantized inputs of a matrix, one row per piece.</summary>
    public short[] Quantized { get; private set; } = [];

    /// <summary>The scale of each row of <see cref="Quantized"/>.</summary>
    public float[] Scales { get; } = new float[EncoderLayout.Positions];

    /// <summary>The attention weights of a piece, padded to whole vectors.</summary>
    public float[] Shares { get; } = new float[EncoderLayout.Positions + 8];

    /// <summary>Makes room for a number of pieces.</summary>
    public void Reserve(int pieces)
    {
        if (State.Length >= pieces * EncoderLayout.Width) return;
        State = new float[pieces * EncoderLayout.Width];
        Attention = new float[pieces * 3 * EncoderLayout.Width];
        Narrow = new float[pieces * EncoderLayout.Width];
        Wide = new float[pieces * EncoderLayout.WideWidth];
        Quantized = new short[pieces * EncoderLayout.WideWidth];
    }
}
