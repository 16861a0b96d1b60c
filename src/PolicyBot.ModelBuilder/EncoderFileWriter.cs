using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.ModelBuilder.Onnx;

namespace PolicyBot.ModelBuilder;

/// <summary>
/// Writes the file of the sentence encoder: quantizes each row of each matrix to signed bytes with a scale. The output
/// is the same on every machine.
/// </summary>
internal sealed class EncoderFileWriter
{
    private const int ProductsPerLayer = 6; // query, key, value, attention output, expansion, contraction
    private const float Largest = 127;

    private readonly OnnxModel _model;
    private readonly List<OnnxTensor> _products;
    private readonly EncoderLayout _layout;
    private readonly byte[] _file;

    private EncoderFileWriter(OnnxModel model, byte[] vocabularyFile)
    {
        var vocabulary = Array.FindAll(vocabularyFile, b => b != '\r');
        _model = model;
        _products = [.. model.Products];
        const int Expected = EncoderLayout.LayerCount * ProductsPerLayer;
        if (_products.Count != Expected)
            throw new InvalidDataException($"model.onnx has {_products.Count} constant matrices, not {Expected}.");
        _layout = new EncoderLayout(vocabulary.Length, vocabulary.AsSpan().Count((byte)'\n'));
        _file = new byte[_layout.FileLength];
        vocabulary.CopyTo(_file, _layout.Vocabulary);
    }

    /// <summary>Creates the file.</summary>
    /// <param name="onnx">The model in ONNX format.</param>
    /// <param name="vocabulary">Its vocabulary, one word piece per line, with any line ends.</param>
    public static byte[] Write(byte[] onnx, byte[] vocabulary)
    {
        var writer = new EncoderFileWriter(new OnnxModel(onnx), vocabulary);
        writer.WriteEmbeddings();
        for (var i = 0; i < EncoderLayout.LayerCount; i++) writer.WriteLayer(i);
        writer.WriteHeader();
        return writer._file;
    }

    private void WriteHeader()
    {
        EncoderLayout.Magic.CopyTo(_file);
        WriteNumber(EncoderLayout.VersionOffset, EncoderLayout.Version);
        WriteNumber(EncoderLayout.VocabularyLengthOffset, _layout.VocabularyLength);
        WriteNumber(EncoderLayout.PieceCountOffset, _layout.PieceCount);
        EncoderLayout.ComputeHash(_file).CopyTo(_file, EncoderLayout.HashOffset);

        void WriteNumber(int offset, int number) =>
            BinaryPrimitives.WriteInt32LittleEndian(_file.AsSpan(offset), number);
    }

    private void WriteEmbeddings()
    {
        const int Width = EncoderLayout.Width;
        var pieces = GetTensor("embeddings.word_embeddings.weight", _layout.PieceCount * Width);
        var rounded = MemoryMarshal.Cast<byte, sbyte>(_file.AsSpan(_layout.PieceVectors, pieces.Length));
        var scales = GetFloats(_layout.PieceScales, _layout.PieceCount);
        for (var i = 0; i < _layout.PieceCount; i++)
            scales[i] = Quantize(pieces.Slice(i * Width, Width), rounded.Slice(i * Width, Width));

        // Every text has type 0, so its vector is added to the positions' here.
        var types = _model.GetTensor("embeddings.token_type_embeddings.weight").Values[..Width];
        var positions = _model.GetTensor("embeddings.position_embeddings.weight").Values;
        positions = positions[..(EncoderLayout.Positions * Width)];
        var sums = GetFloats(_layout.PositionVectors, positions.Length);
        for (var i = 0; i < positions.Length; i++) sums[i] = positions[i] + types[i % Width];
        WriteNorm(_layout.EmbeddingNorm, "embeddings.LayerNorm");
    }

    private void WriteLayer(int index)
    {
        var layer = _layout.Layers[index];
        var products = _products[(index * ProductsPerLayer)..((index + 1) * ProductsPerLayer)];
        var name = $"encoder.layer.{index}";
        WriteMatrix(layer.Attention, 0, products[0], $"{name}.attention.self.query");
        WriteMatrix(layer.Attention, EncoderLayout.Width, products[1], $"{name}.attention.self.key");
        WriteMatrix(layer.Attention, 2 * EncoderLayout.Width, products[2], $"{name}.attention.self.value");
        WriteMatrix(layer.AttentionOutput, 0, products[3], $"{name}.attention.output.dense");
        WriteNorm(layer.AttentionNorm, $"{name}.attention.output.LayerNorm");
        WriteMatrix(layer.Expansion, 0, products[4], $"{name}.intermediate.dense");
        WriteMatrix(layer.Contraction, 0, products[5], $"{name}.output.dense");
        WriteNorm(layer.OutputNorm, $"{name}.output.LayerNorm");
    }

    /// <summary>Writes a product's matrix and bias as part of the outputs of a matrix in the file.</summary>
    private void WriteMatrix(MatrixLayout layout, int firstOutput, OnnxTensor product, string name)
    {
        if (product.Sizes is not [var inputs, var outputs] || inputs != layout.Inputs)
            throw new InvalidDataException($"The matrix of {name} in model.onnx doesn't have {layout.Inputs} inputs.");

        GetTensor($"{name}.bias", outputs).CopyTo(GetFloats(layout.Bias + (firstOutput * sizeof(float)), outputs));
        var weights = _file.AsSpan(layout.Weights, layout.Outputs * layout.Inputs);
        var scales = GetFloats(layout.Scales + (firstOutput * sizeof(float)), outputs);
        var row = new float[inputs];
        var rounded = new sbyte[inputs];
        for (var output = 0; output < outputs; output++)
        {
            for (var input = 0; input < inputs; input++) row[input] = product.Values[(input * outputs) + output];
            scales[output] = Quantize(row, rounded);
            for (var input = 0; input < inputs; input++)
                weights[layout.GetIndex(firstOutput + output, input)] = (byte)rounded[input];
        }
    }

    private void WriteNorm(NormLayout layout, string name)
    {
        GetTensor($"{name}.weight", EncoderLayout.Width).CopyTo(GetFloats(layout.Gain, EncoderLayout.Width));
        GetTensor($"{name}.bias", EncoderLayout.Width).CopyTo(GetFloats(layout.Bias, EncoderLayout.Width));
    }

    /// <summary>Rounds a row to integers from −127 to 127 and returns the scale, the value of 1.</summary>
    private static float Quantize(ReadOnlySpan<float> row, Span<sbyte> rounded)
    {
        var most = 1e-9f; // a row of zeros has a scale too
        foreach (var weight in row) most = MathF.Max(most, MathF.Abs(weight));
        var scale = most / Largest;
        for (var i = 0; i < row.Length; i++) rounded[i] = (sbyte)MathF.Round(row[i] / scale);
        return scale;
    }

    private ReadOnlySpan<float> GetTensor(string name, int count)
    {
        var values = _model.GetTensor(name).Values;
        return values.Length == count
            ? values
            : throw new InvalidDataException($"{name} in model.onnx has {values.Length} numbers, not {count}.");
    }

    private Span<float> GetFloats(int offset, int count) =>
        MemoryMarshal.Cast<byte, float>(_file.AsSpan(offset, count * sizeof(float)));
}
