using Microsoft.Win32.SafeHandles;
using PolicyBot.Knowledge.Encoding;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The sentence encoder's file next to the program. It is loaded once, when something first has to be encoded; until
/// then only its header is read.
/// </summary>
public sealed class SentenceEncoderFile
{
    private const string FileName = "sentence-encoder.bin";

    /// <summary>A file of this fingerprint.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="load">Loads the encoder; called once.</param>
    public SentenceEncoderFile(string fingerprint, Func<SentenceEncoder> load) =>
        (Fingerprint, Encoder) = (fingerprint, new Lazy<SentenceEncoder>(load));

    /// <summary>The encoder's fingerprint.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The encoder. Throws a <see cref="SentenceEncoderException"/> if the file is damaged, missing or another one by
    /// then.
    /// </summary>
    public Lazy<SentenceEncoder> Encoder { get; }

    /// <summary>Opens the file as the settings want it.</summary>
    /// <param name="use">Whether it is wanted.</param>
    /// <param name="programFolder">The folder of the executable.</param>
    /// <returns>Null if it is not wanted, or wanted only if it is there and it isn't.</returns>
    /// <exception cref="SentenceEncoderException">It is wanted and can't be used.</exception>
    public static SentenceEncoderFile? Open(EncoderUse use, string programFolder)
    {
        if (use == EncoderUse.Off) return null;
        var path = Path.Combine(programFolder, FileName);
        try
        {
            using var file = File.OpenRead(path);
            var header = new byte[EncoderLayout.HeaderLength];
            var length = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var fingerprint = SentenceEncoder.ReadFingerprint(header.AsSpan(0, length));
            return new SentenceEncoderFile(fingerprint, () => Load(path, fingerprint));
        }
        catch (FileNotFoundException) when (use == EncoderUse.Auto)
        {
            return null;
        }
        catch (FileNotFoundException e)
        {
            throw new SentenceEncoderException(
                "Matching:Encoder is on, but this program was built without the sentence encoder. "
                + "Build it without -p:SentenceEncoder=false, or set Matching:Encoder to off.",
                e);
        }
        catch (Exception e) when (IsFault(e))
        {
            throw Unusable(path, e);
        }
    }

    private static SentenceEncoder Load(string path, string fingerprint)
    {
        SentenceEncoder encoder;
        SafeFileHandle? file = null;
        try
        {
            // Read, not mapped: a file that shrinks while it is mapped ends the process. Open as long as the encoder.
            file = File.OpenHandle(path, options: FileOptions.RandomAccess);
            encoder = SentenceEncoder.Load(RandomAccess.GetLength(file), CreateReader(path, file));
        }
        catch (Exception e) when (IsFault(e))
        {
            file?.Dispose();
            throw Unusable(path, e);
        }

        if (encoder.Fingerprint == fingerprint) return encoder;
        file.Dispose();
        throw new SentenceEncoderException(
            $"The file {path} was replaced while the program was running. Start the program again.");
    }

    private static ReadBytes CreateReader(string path, SafeFileHandle file) => (offset, into) =>
    {
        for (var read = 0; read < into.Length;)
        {
            var count = RandomAccess.Read(file, into[read..], offset + read);
            if (count == 0) throw new EndOfStreamException($"{path} has been truncated.");
            read += count;
        }
    };

    private static bool IsFault(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException;

    private static SentenceEncoderException Unusable(string path, Exception cause) => new(
        cause is InvalidDataException
            ? $"{path}: {cause.Message}"
            : $"{path} can't be read ({cause.Message.TrimEnd('.')}). Let this user read it.", cause);
}
