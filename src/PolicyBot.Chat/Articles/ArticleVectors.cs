using PolicyBot.Knowledge.Matching.Semantic;

namespace PolicyBot.Chat.Articles;

/// <summary>
/// The vectors of articles' texts: those that ship in an article's folder, and those cached in the data folder, so
/// that a changed set encodes only what is new. A cache that can't be used costs time and nothing else. Several
/// processes may use it at once.
/// </summary>
/// <param name="encoder">What encodes the texts that have no vector yet.</param>
/// <param name="dataFolder">The data folder; it need not be there.</param>
public sealed class ArticleVectors(SentenceEncoderFile encoder, string dataFolder)
{
    private const string ShippedFile = "vectors.bin";
    private const string CacheFolder = "vectors";

    /// <summary>Opens the vectors of an article; they are cached when texts had to be encoded.</summary>
    /// <param name="articleFolder">The article's folder.</param>
    /// <param name="name">The article's name: that of its folder.</param>
    /// <param name="warn">Called with a sentence about a file that couldn't be used or written.</param>
    public VectorStore Open(string articleFolder, string name, Action<string> warn)
    {
        var cache = Path.Combine(dataFolder, CacheFolder, name + ".bin");
        var store = new VectorStore(encoder.Encoder, encoder.Fingerprint) { OnEncoded = s => Save(s, cache, warn) };
        Add(store, Path.Combine(articleFolder, ShippedFile), warn);
        Add(store, cache, warn);
        return store;
    }

    private static void Add(VectorStore store, string path, Action<string> warn)
    {
        try
        {
            if (!store.TryAdd(File.ReadAllBytes(path)))
            {
                warn(
                    $"The vectors in {path} are damaged or from another sentence encoder, so they are computed again.");
            }
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Nobody has made it yet.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn($"Failed to read the vectors in {path}; they are computed again. {e.Message}");
        }
    }

    // Renamed into place, so that another process reads the old file or the new one, and a crash leaves no half of one.
    private static void Save(VectorStore store, string path, Action<string> warn)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(temporary, store.Write());
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warn($"Failed to cache vectors in {path}; they are computed again at the next start. {e.Message}");
            Delete(temporary);
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was never made, or what kept it from being written keeps it from being deleted.
        }
    }
}
