using PolicyBot.Chat.Articles;

namespace PolicyBot.Tests.Support;

/// <summary>The sentence encoder that was built with the tests.</summary>
internal static class BuiltEncoder
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "sentence-encoder.bin");

    /// <summary>
    /// Opens it anew, so that a test sees whether it was loaded; skips the test in a build without it.
    /// </summary>
    public static SentenceEncoderFile Open()
    {
        SkipIfMissing();
        return SentenceEncoderFile.Open(EncoderUse.On, AppContext.BaseDirectory)!;
    }

    /// <summary>Skips the test in a build without it.</summary>
    public static void SkipIfMissing() =>
        Assert.SkipUnless(
            File.Exists(Path), "skipped: this build has no sentence encoder; build without -p:SentenceEncoder=false");
}
