namespace PolicyBot.Knowledge.Encoding;

/// <summary>
/// The questions that were encoded last. A question that is asked of many articles is encoded once, even if several
/// threads need it at the same time: the first one encodes it, and the others wait. Thread-safe.
/// </summary>
/// <param name="encode">Encodes a question.</param>
internal sealed class RecentQuestions(Func<string, EncodedQuestion> encode)
{
    // Some questions that are being asked at the same time; a question's vectors take about 15 KB.
    private const int Count = 16;

    private readonly Lock _sync = new();
    private readonly Lazy<EncodedQuestion>?[] _encoded = new Lazy<EncodedQuestion>?[Count];
    private readonly string?[] _questions = new string?[Count];
    private int _next;

    /// <summary>Gets the vectors of a question, which is encoded if it isn't one of the last.</summary>
    public EncodedQuestion Get(string question)
    {
        Lazy<EncodedQuestion> encoded;
        lock (_sync)
        {
            var at = Array.IndexOf(_questions, question);
            if (at < 0)
            {
                at = _next;
                _next = (_next + 1) % Count;
                (_questions[at], _encoded[at]) = (question, new Lazy<EncodedQuestion>(() => encode(question)));
            }

            encoded = _encoded[at]!;
        }

        return encoded.Value;
    }
}
