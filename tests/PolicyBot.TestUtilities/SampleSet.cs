using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.Knowledge.Diagnostics;

namespace PolicyBot.TestUtilities;

/// <summary>A small valid set from which tests create invalid ones.</summary>
public static class SampleSet
{
    public const string ArticlePath = "library/article.md";
    public const string KnowledgePath = "library/knowledge.yaml";
    public const string PhrasingsPath = "library/phrasings.txt";

    private const string Opening =
        "Mayor Rosa Diaz opened Eastgate Library on May 3. “It is the town’s living room,” Diaz said. "
        + "It cost 4 million dollars.";

    private const string Money =
        "The Hill Trust gave half of the money. The trust’s chair – a retired teacher – said that the library is safe, "
        + "and that unsafe stairs were rebuilt.";

    public const string Article = $"""
        ---
        title: Mayor Opens Library
        author: Ann Lee
        publication: Hill Gazette
        date: May 3
        ---

        Mayor Opens Library

        {Opening}

        {Money}

        Ann Lee writes for the Hill Gazette.
        """;

    public const string Knowledge = """
        # A set for tests.
        people:
          - id: diaz
            name: Rosa Diaz
            role: Mayor
            evidence: Mayor Rosa Diaz
            also: [Diaz, the mayor]
          - id: lee
            name: Ann Lee
            role: writes for the Hill Gazette
            evidence: Ann Lee writes for the Hill Gazette.
        organisations:
          - id: trust
            name: Hill Trust
            role: gave half of the money
            evidence: The Hill Trust gave half of the money.
            also: [the trust]
        synonyms:
          - word: library
            also: [book house, reading room]
        absent:
          - kind: place
            names: [Paris, New Rome]
        quotes:
          - id: living-room
            text: It is the town’s living room
            speaker: Rosa Diaz
            topics: [library]
          - id: library-word
            text: library
            context: the library is safe
            speaker: The chair
            topics: [safety]
        summary:
          line:
            text: Rosa Diaz opened Eastgate Library.
            evidence: Mayor Rosa Diaz opened Eastgate Library on May 3.
          short:
            - text: The mayor opened it on May 3.
              evidence: Mayor Rosa Diaz opened Eastgate Library on May 3.
          points:
            - text: The library cost 4 million dollars.
              evidence:
                - It cost 4 million dollars.
                - Mayor Opens Library
        questions:
          - id: opening
            question: Who opened the library?
            answer:
              - text: Mayor Rosa Diaz opened it.
                evidence: Mayor Rosa Diaz opened Eastgate Library
              - text: She said, “It is the town’s living room.”
                evidence: “It is the town’s living room,” Diaz said.
            topics: [library, people]
            related: [cost]
            phrasings: |
              who opened it

              By whom was the library opened?
          - id: cost
            question: What did the library cost?
            answer:
              - text: It cost 4 million dollars.
                evidence: It cost 4 million dollars.
            topics: [money]
            related: [opening]
            phrasings:
              - how much was it
              - price of the library
        unanswered:
          - id: books
            question: How many books are there?
            nearest: Mayor Opens Library
            phrasings: |
              number of books
        thresholds: {answer: 0.5, offer: 0.3}
        """;

    public static ReadResult Read(string article = Article, string knowledge = Knowledge, string? phrasings = null) =>
        KnowledgeReader.Read(
            "library",
            new KnowledgeFile(ArticlePath, article),
            new KnowledgeFile(KnowledgePath, knowledge),
            phrasings is null ? null : new KnowledgeFile(PhrasingsPath, phrasings));

    public static IReadOnlyList<Diagnostic> ReadErrors(
        string article = Article, string knowledge = Knowledge, string? phrasings = null) =>
        Assert.IsType<ReadResult.Invalid>(Read(article, knowledge, phrasings)).Diagnostics;

    /// <summary>Replaces a part of a text that must occur once.</summary>
    public static string With(string text, string old, string replacement)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0
            && text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"“{old}” must stand in the sound set once.");
        return string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + old.Length));
    }

    /// <summary>The 1-based line on which a part of a text starts.</summary>
    public static int FindLine(string text, string piece)
    {
        var at = text.IndexOf(piece, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{piece}” is not in the text.");
        return text.AsSpan(0, at).Count('\n') + 1;
    }
}
