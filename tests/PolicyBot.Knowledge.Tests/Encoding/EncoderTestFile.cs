using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Knowledge.Tests.Encoding;

/// <summary>The encoder's file, in the folder that the tests run in.</summary>
internal static class EncoderTestFile
{
    private static readonly Lazy<byte[]> Content = new(() => File.ReadAllBytes(FilePath));
    private static readonly Lazy<SentenceEncoder> Loaded = new(() => SentenceEncoder.Load(Content.Value));

    /// <summary>The encoder of the file, shared.</summary>
    public static SentenceEncoder Encoder
    {
        get
        {
            SkipIfMissing();
            return Loaded.Value;
        }
    }

    /// <summary>The file's bytes, shared: not to be changed.</summary>
    public static byte[] Bytes
    {
        get
        {
            SkipIfMissing();
            return Content.Value;
        }
    }

    private static string FilePath => Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");

    private static void SkipIfMissing()
    {
        if (!File.Exists(FilePath)) Assert.Skip("skipped: built with -p:SentenceEncoder=false");
    }
}
