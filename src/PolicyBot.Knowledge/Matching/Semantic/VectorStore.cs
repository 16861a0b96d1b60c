using System.Buffers.Binary;
using System.Security.Cryptography;
using PolicyBot.Knowledge.Encoding;
using PolicyBot.Knowledge.Threading;

namespace PolicyBot.Knowledge.Matching.Semantic;

/// <summary>
/// The vectors of a set's texts, by a hash of the text, so that a changed set encodes only new texts. Not thread-safe
/// by itself, but answerers may share one: each locks it while it encodes.
/// </summary>
public sealed class VectorStore
{
    private const int Width = SentenceEncoder.Dimensions;
    private const int KeyLength = 16;
    private const int MaxPhrasingPieces = 64;
    private static readonly byte[] Magic = "PBVEC1\n\0"u8.ToArray();

    private readonly Lazy<SentenceEncoder> _encoder;
    private readonly string _fingerprint;
    private readonly EmbeddingBuffer _buffer = new();
    private readonly Dictionary<UInt128, byte[]> _records = [];
    private readonly HashSet<UInt128> _used = [];

    /// <summary>Creates an empty store.</summary>
    /// <param name="encoder">The encoder for missing texts.</param>
    public VectorStore(SentenceEncoder encoder)
        : this(new Lazy<SentenceEncoder>(encoder), encoder.Fingerprint)
    {
    }

    /// <summary>Creates an empty store whose encoder is loaded only when needed.</summary>
    /// <param name="encoder">The encoder for missing texts; thread-safe.</param>
    /// <param name="fingerprint">Its fingerprint, as <see cref="SentenceEncoder.ReadFingerprint"/> returns it.</param>
    public VectorStore(Lazy<SentenceEncoder> encoder, string fingerprint) =>
        (_encoder, _fingerprint) = (encoder, fingerprint);

    /// <summary>Whether a text was encoded since the store was created or last written.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>The number of texts that were missing and had to be encoded.</summary>
    public int EncodedTextCount { get; private set; }

    /// <summary>
    /// Called with the store when it has all texts of a set and some of them were encoded; null if the vectors aren't
    /// saved.
    /// </summary>
    public Action<VectorStore>? OnEncoded { get; init; }

    internal Lazy<SentenceEncoder> Encoder => _encoder;

    /// <summary>Held while texts are looked up and encoded.</summary>
    internal Lock Sync { get; } = new();

    /// <summary>Adds the vectors of a file written by <see cref="Write()"/>.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>
    /// False, without adding anything, if the file was made by another encoder or is damaged; its vectors are then
    /// computed again.
    /// </returns>
    public bool TryAdd(ReadOnlySpan<byte> file)
    {
        var header = CreateHeader();
        if (file.Length < header.Length + SHA256.HashSizeInBytes || !file.StartsWith(header)) return false;
        var body = file[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file[body.Length..])) return false;
        for (body = body[header.Length..]; !body.IsEmpty;)
        {
            var key = BinaryPrimitives.ReadUInt128LittleEndian(body);
            var length = BinaryPrimitives.ReadInt32LittleEndian(body[KeyLength..]);
            _records.TryAdd(key, body.Slice(KeyLength + sizeof(int), length).ToArray());
            body = body[(KeyLength + sizeof(int) + length)..];
        }

        return true;
    }

    /// <summary>Writes the vectors that were used since the store was created.</summary>
    public byte[] Write() => Write(_ => true);

    /// <summary>Encodes the phrasings that missing means need, on all cores.</summary>
    /// <param name="entries">The phrasings of each entry.</param>
    /// <param name="cancellationToken">Stops the encoding; what has been encoded is kept.</param>
    internal void EncodePhrasings(IReadOnlyList<IReadOnlyList<string>> entries, CancellationToken cancellationToken)
    {
        var missing = entries.Where(e => !_records.ContainsKey(GetMeanKey(e))).SelectMany(e => e)
            .Distinct(StringComparer.Ordinal).Where(p => !_records.ContainsKey(GetKey('p', p))).ToArray();
        if (missing.Length == 0) return;
        // What is wrong with its file is reported before anything is encoded.
        _ = _encoder.Value;
        var encoded = new byte[missing.Length][];
        try
        {
            LowPriorityThreads.ForEach(
                missing,
                () => new EmbeddingBuffer(),
                (i, buffer) => encoded[i] = EncodePhrasing(missing[i], buffer),
                cancellationToken);
        }
        finally
        {
            for (var i = 0; i < missing.Length; i++)
            {
                // The encoding may have been stopped.
                if (encoded[i] is not { } record) continue;
                _records[GetKey('p', missing[i])] = record;
                EncodedTextCount++;
                IsChanged = true;
            }
        }
    }

    /// <summary>
    /// Gets the mean vector of an entry's phrasings, rounded: <see cref="SentenceEncoder.Dimensions"/> numbers.
    /// </summary>
    internal ReadOnlySpan<sbyte> GetMean(IReadOnlyList<string> phrasings)
    {
        // The phrasings of an existing mean are kept too, in case one of them changes.
        foreach (var phrasing in phrasings) _used.Add(GetKey('p', phrasing));
        return GetMeanBytes(GetOrAdd(GetMeanKey(phrasings), () =>
        {
            var mean = new float[Width];
            foreach (var phrasing in phrasings)
            {
                var vector = GetPhrasing(phrasing);
                var scale = ByteVector.InverseLength(vector);
                for (var i = 0; i < Width; i++) mean[i] += vector[i] * scale;
            }

            return Round(mean);
        }));
    }

    /// <summary>
    /// Gets the vectors of a sentence's words, one after the other, each <see cref="SentenceEncoder.Dimensions"/>
    /// numbers from −7 to 7.
    /// </summary>
    internal sbyte[] GetWords(string sentence)
    {
        var packed = GetOrAdd(GetKey('w', sentence), () =>
        {
            EncodedTextCount++;
            _encoder.Value.Encode(sentence, _buffer, SentenceEncoder.MaxPieces);
            return PackWords(_buffer.Words);
        });
        var words = new sbyte[packed.Length * 2];
        for (var i = 0; i < packed.Length; i++)
        {
            words[2 * i] = (sbyte)((packed[i] & 15) - 8);
            words[(2 * i) + 1] = (sbyte)((packed[i] >> 4) - 8);
        }

        return words;
    }

    /// <summary>
    /// Writes the file that ships with an article: the means of its entries and the words of its sentences, without
    /// single phrasings.
    /// </summary>
    public byte[] WriteShipped() => Write(length => length != Width + 1);

    private static ReadOnlySpan<sbyte> GetMeanBytes(byte[] record) =>
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(record)[..Width];

    private static UInt128 GetKey(char kind, string text) =>
        BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(kind + text)));

    private static UInt128 GetMeanKey(IReadOnlyList<string> phrasings) => GetKey('m', string.Join('\n', phrasings));

    private static byte[] Round(ReadOnlySpan<float> vector)
    {
        var record = new byte[Width];
        ByteVector.Round(vector, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(record.AsSpan()));
        return record;
    }

    // Half a byte per number: seven steps on either side keep the cosine of two words within a hundredth.
    private static byte[] PackWords(ReadOnlySpan<float> words)
    {
        const float Steps = 7f;
        var packed = new byte[words.Length / 2];
        for (var start = 0; start < words.Length; start += Width)
        {
            var word = words.Slice(start, Width);
            var largest = 1e-9f;
            foreach (var value in word) largest = MathF.Max(largest, MathF.Abs(value));
            for (var i = 0; i < Width; i += 2)
                packed[(start + i) / 2] = (byte)(Step(word[i]) | (Step(word[i + 1]) << 4));

            int Step(float value) => (int)MathF.Round(value / largest * Steps) + 8;
        }

        return packed;
    }

    private ReadOnlySpan<sbyte> GetPhrasing(string phrasing) => GetMeanBytes(GetOrAdd(GetKey('p', phrasing), () =>
    {
        EncodedTextCount++;
        return EncodePhrasing(phrasing, _buffer);
    }));

    // One byte longer than a mean, so that the shipped file can leave out single phrasings.
    private byte[] EncodePhrasing(string phrasing, EmbeddingBuffer buffer)
    {
        _encoder.Value.Encode(phrasing, buffer, MaxPhrasingPieces);
        return [.. Round(buffer.Sentence), 0];
    }

    private byte[] GetOrAdd(UInt128 key, Func<byte[]> create)
    {
        _used.Add(key);
        if (_records.TryGetValue(key, out var record)) return record;
        record = create();
        IsChanged = true;
        return _records[key] = record;
    }

    private byte[] Write(Predicate<int> isWanted)
    {
        var stream = new MemoryStream();
        stream.Write(CreateHeader());
        Span<byte> head = stackalloc byte[KeyLength + sizeof(int)];
        var records = _records.Where(r => _used.Contains(r.Key) && isWanted(r.Value.Length));
        foreach (var (key, record) in records.OrderBy(r => r.Key))
        {
            BinaryPrimitives.WriteUInt128LittleEndian(head, key);
            BinaryPrimitives.WriteInt32LittleEndian(head[KeyLength..], record.Length);
            stream.Write(head);
            stream.Write(record);
        }

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        IsChanged = false;
        return stream.ToArray();
    }

    private byte[] CreateHeader() => [.. Magic, .. System.Text.Encoding.ASCII.GetBytes(_fingerprint)];
}
