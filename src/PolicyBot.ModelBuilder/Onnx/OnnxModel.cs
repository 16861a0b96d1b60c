using System.Text;

namespace PolicyBot.ModelBuilder.Onnx;

/// <summary>
/// The constants of an ONNX model, and those used by its matrix products. The rest of the model is ignored.
/// </summary>
internal sealed class OnnxModel
{
    // Field numbers of onnx.proto.
    private const int ModelGraph = 7;
    private const int GraphNode = 1;
    private const int GraphInitializer = 5;
    private const int NodeInput = 1;
    private const int NodeOperator = 4;
    private const int TensorSizes = 1;
    private const int TensorName = 8;
    private const int TensorBytes = 9;

    private readonly Dictionary<string, OnnxTensor> _tensors = [];
    private readonly List<string> _products = [];

    /// <summary>Reads a model.</summary>
    public OnnxModel(ReadOnlyMemory<byte> file)
    {
        var graph = ProtoMessage.Read(file).First(f => f.Number == ModelGraph).Bytes;
        var parts = ProtoMessage.Read(graph).ToList();
        foreach (var initializer in parts.Where(f => f.Number == GraphInitializer)) AddTensor(initializer.Bytes);
        foreach (var node in parts.Where(f => f.Number == GraphNode)) AddProduct(node.Bytes);
    }

    /// <summary>The constant matrices of the model's products, in the order of execution; inputs × outputs.</summary>
    public IEnumerable<OnnxTensor> Products => _products.Select(GetTensor);

    /// <summary>Gets a constant by its name.</summary>
    /// <exception cref="InvalidDataException">The model has no such constant.</exception>
    public OnnxTensor GetTensor(string name) => _tensors.TryGetValue(name, out var tensor)
        ? tensor
        : throw new InvalidDataException($"model.onnx has no tensor {name}; restore the package again.");

    private static string ReadText(ProtoField field) => Encoding.UTF8.GetString(field.Bytes.Span);

    private void AddTensor(ReadOnlyMemory<byte> message)
    {
        var sizes = new List<int>();
        var name = "";
        var bytes = ReadOnlyMemory<byte>.Empty;
        foreach (var field in ProtoMessage.Read(message))
        {
            switch (field.Number)
            {
                case TensorSizes when field.Bytes.IsEmpty:
                    sizes.Add((int)field.Value);
                    break;
                case TensorSizes:
                    sizes.AddRange(ProtoMessage.ReadNumbers(field.Bytes).Select(n => (int)n));
                    break;
                case TensorName:
                    name = ReadText(field);
                    break;
                case TensorBytes:
                    bytes = field.Bytes;
                    break;
            }
        }

        _tensors[name] = new OnnxTensor(sizes, bytes);
    }

    private void AddProduct(ReadOnlyMemory<byte> message)
    {
        var fields = ProtoMessage.Read(message).ToList();
        if (!fields.Any(f => f.Number == NodeOperator && ReadText(f) == "MatMul")) return;
        var factors = fields.Where(f => f.Number == NodeInput).Select(ReadText).ToList();
        if (factors is [_, var right] && _tensors.ContainsKey(right)) _products.Add(right);
    }
}
