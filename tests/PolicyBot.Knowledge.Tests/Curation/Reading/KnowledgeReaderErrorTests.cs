using System.Globalization;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Curation.Reading;

public sealed class KnowledgeReaderErrorTests
{
    // What is replaced, by what, a piece of the line that the error is on, the entry, and words of the problem and of
    // the fix.
    public static TheoryData<string, string, string, string?, string, string> Shapes => new()
    {
        { "  - id: diaz\n", "  - id: diaz\n    age: 50\n", "age: 50", "diaz", "“age” is unknown", "“evidence”" },
        { "people:", "persons:", "persons:", null, "“persons” is unknown", "“people”" },
        { "    role: Mayor\n", "", "- id: diaz", "diaz", "“role” is missing", "role:" },
        {
            "    role: Mayor\n",
            "    role: Mayor\n    role: Mayor\n",
            "role: Mayor\n    evidence",
            "diaz",
            "“role” appears twice",
            "one of the two"
        },
        { "role: Mayor", "role: [Mayor]", "role: [Mayor]", "diaz", "“role” must be text, not a list", "the text" },
        { "role: Mayor", "role: ''", "role: ''", "diaz", "“role” is empty", "Write it" },
        {
            "also: [Diaz, the mayor]",
            "also: Diaz",
            "also: Diaz",
            "diaz",
            "“also” must be a list, not text",
            "Write a list"
        },
        { "topics: [money]", "topics: []", "topics: []", "cost", "“topics” is empty", "at least one" },
        { "topics: [money]", "topics: [money, '']", "topics: [money", "cost", "“topics” is empty", "Write it" },
        {
            "    phrasings: |\n      number of books",
            "    phrasings: number of books",
            "phrasings: number",
            "books",
            "“phrasings” must be a block of lines or a list, not text",
            "“phrasings: |”"
        },
        {
            "  - kind: place\n    names: [Paris, New Rome]",
            "  - Paris",
            "- Paris",
            "absent, entry 1",
            "Keys and values are expected here, not text",
            "“kind”"
        },
        {
            "quotes:\n",
            "quotes:\n  - &a {id: a, text: *a, speaker: A, topics: [b]}\n",
            "&a",
            "a",
            "must be text, not an alias (*a)",
            "the text"
        },
        {
            "    speaker: The chair\n",
            "    speaker: The chair\n    [1]: 2\n",
            "[1]",
            "library-word",
            "A key is expected here, not a list",
            "“speaker”"
        },
        {
            "thresholds: {answer: 0.5, offer: 0.3}",
            "thresholds: 0.5",
            "thresholds: 0.5",
            "thresholds",
            "Keys and values are expected here, not text",
            "“offer”"
        },
        {
            "thresholds: {answer: 0.5, offer: 0.3}",
            "thresholds: {answer: 1.5, offer: 0.3}",
            "thresholds:",
            "thresholds",
            "“1.5”",
            "from 0 to 1"
        },
        {
            "thresholds: {answer: 0.5, offer: 0.3}",
            "thresholds: {answer: half, offer: 0.3}",
            "thresholds:",
            "thresholds",
            "“half”",
            "from 0 to 1"
        },
        {
            "thresholds: {answer: 0.5, offer: 0.3}",
            "thresholds: {answer: 0.5, offer: 0.6}",
            "thresholds:",
            "thresholds",
            "“offer” (0.6) is above “answer” (0.5)",
            "no higher than"
        },
        {
            "      evidence:\n        - It cost 4 million dollars.\n        - Mayor Opens Library",
            "      evidence: []",
            "[]",
            "summary point 1",
            "“evidence” is empty",
            "at least one"
        },
        {
            "        evidence: “It is the town’s living room,” Diaz said.\n",
            "",
            "- text: She said",
            "opening",
            "“evidence” is missing",
            "evidence:"
        },
        {
            "      - text: It cost 4 million dollars.\n        evidence: It cost 4 million dollars.\n",
            "      []\n",
            "[]",
            "cost",
            "“answer” must be a list of sentences, not an empty list",
            "at least one"
        },
    };

    public static TheoryData<string, string, string, string?, string, string> Rules => new()
    {
        {
            "- id: lee",
            "- id: diaz",
            "- id: diaz\n    name: Ann",
            "diaz",
            "The id “diaz” is already used by the entry on line 3",
            "another id"
        },
        {
            "- id: library-word",
            "- id: living-room",
            "- id: living-room\n    text: library",
            "living-room",
            "“living-room” is already used",
            "another id"
        },
        {
            "- id: books",
            "- id: opening",
            "- id: opening\n    question: How",
            "opening",
            "“opening” is already used",
            "another id"
        },
        {
            "- id: books",
            "- id: a-book-about-everything-that-anybody-ever-wrote-about-any-book",
            "- id: a-book",
            "a-book-about-everything-that-anybody-ever-wrote-about-any-book",
            "is longer than 60 characters",
            "letter-date"
        },
        {
            "- id: books",
            "- id: The Books",
            "- id: The Books",
            "The Books",
            "“The Books” may contain only a to z",
            "letter-date"
        },
        {
            "evidence: Mayor Rosa Diaz\n",
            "evidence: Major Rosa Diaz\n",
            "evidence: Major Rosa",
            "diaz",
            "“Major Rosa Diaz” is not in the article",
            "“Mayor Rosa Diaz opened Eastgate Library on May 3.”"
        },
        {
            "evidence: “It is the town’s living room,” Diaz said.",
            "evidence: It is the town's living room",
            "evidence: It is",
            "opening",
            "only the quotation marks",
            "“It is the town’s living room”"
        },
        {
            "nearest: Mayor Opens Library",
            "nearest: chair - a retired teacher",
            "nearest: chair",
            "books",
            "only the dashes",
            "“chair – a retired teacher”"
        },
        {
            "nearest: Mayor Opens Library",
            "nearest: Mayor Opens  Library",
            "nearest:",
            "books",
            "only the spaces",
            "“Mayor Opens Library”"
        },
        {
            "nearest: Mayor Opens Library",
            "nearest: Mayor opens library",
            "nearest:",
            "books",
            "only upper and lower case",
            "“Mayor Opens Library”"
        },
        {
            "nearest: Mayor Opens Library",
            "nearest: ayor Opens Lib",
            "nearest:",
            "books",
            "within a word",
            "“Mayor Opens Library”"
        },
        {
            "    context: the library is safe\n",
            "    context: the library was safe\n",
            "context:",
            "library-word",
            "The context “the library was safe” is not in the article",
            "nearest sentence"
        },
        {
            "    text: library\n    context: the library is safe\n",
            "    text: Library\n",
            "text: Library",
            "library-word",
            "occurs 2 times in the article",
            "context:"
        },
        {
            "    context: the library is safe\n",
            "    context: a retired teacher\n",
            "context:",
            "library-word",
            "doesn't occur in its context “a retired teacher”",
            "exactly once"
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: Mayor Rosa Diaz and Google opened it in 2019.",
            "and Google",
            "opening",
            "says “Google”, “2019”, but its evidence doesn't",
            "The article never says “Google”, “2019”, so remove the words."
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: Lee opened it.",
            "text: Lee",
            "opening",
            "says “Lee”",
            "The article has “Lee” in “Ann Lee writes for the Hill Gazette.”: add that as evidence, or remove"
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: Paris opened it.",
            "text: Paris",
            "opening",
            "says “Paris”",
            "remove the words"
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: NASA opened it.",
            "text: NASA",
            "opening",
            "says “NASA”",
            "remove the words"
        },
        {
            "text: The library cost 4 million",
            "text: The library cost 4.5 million",
            "4.5",
            "summary point 1",
            "says “4.5”",
            "remove the words"
        },
        {
            "    role: Mayor\n",
            "    role: Mayor of Springfield\n",
            "Springfield",
            "diaz",
            "The role says “Springfield”",
            "remove the words"
        },
        {
            "    role: Mayor\n",
            "    role: Mayor of Eastgate\n",
            "Eastgate",
            "diaz",
            "The role says “Eastgate”",
            "The article has “Eastgate” in “Mayor Rosa Diaz opened Eastgate Library on May 3.”"
        },
        {
            "text: Mayor Rosa Diaz opened it.",
            "text: Mayor Rosa Diaz opened it in Rome for the Trust.",
            "in Rome",
            "opening",
            "says “Rome”, “Trust”",
            "so remove the words. The article has “Trust”"
        },
        {
            "By whom was the library opened?",
            "Who OPENED it!",
            "Who OPENED",
            "opening",
            "“Who OPENED it!” is already in this entry, on line 57",
            "one place"
        },
        {
            "number of books",
            "How much was it?",
            "How much",
            "books",
            "“How much was it?” is also one of “cost”, on line 68",
            "one place"
        },
        {
            "- price of the library",
            "- Who opened the library",
            "- Who opened",
            "cost",
            "also one of “opening”, on line 48",
            "one place"
        },
        { "number of books", "???", "???", "books", "“???” has no words", "remove it" },
        { "related: [cost]", "related: [costs]", "related: [costs]", "opening", "“costs” is unknown", "“cost”" },
        {
            "related: [cost]",
            "related: [opening]",
            "related: [opening]",
            "opening",
            "related to itself",
            "from “related”"
        },
        {
            "related: [cost]",
            "related: [books]",
            "related: [books]",
            "opening",
            "“books” is an unanswerable",
            "have an answer"
        },
        { "related: [cost]", "related: [cost, cost]", "related: [cost", "opening", "“cost” is listed twice", "Remove" },
        {
            "also: [book house, reading room]",
            "also: [book house, The Trust]",
            "book house",
            "library",
            "“The Trust” has two meanings",
            "from the other"
        },
        {
            "names: [Paris, New Rome]",
            "names: [Paris, Book-House]",
            "names: [Paris",
            "place",
            "“Book-House” has two meanings",
            "from the other"
        },
        {
            "names: [Paris, New Rome]",
            "names: [Paris, Stairs]",
            "names: [Paris",
            "place",
            "“Stairs” is in the article",
            "from “absent”"
        },
        {
            "question: How many books are there?",
            "question: \"How many\\u200B books?\"",
            "question: \"How",
            "books",
            "U+200B after “How many”",
            "Remove it"
        },
        { "speaker: The chair", "speaker: \"The\\tchair\"", "speaker: \"The", "library-word", "U+0009", "Remove it" },
    };

    public static TheoryData<string, string, int, string> Limits => new()
    {
        { "question: How many books are there?", "question: {0}", 257, "“question” has 257 characters" },
        { "text: It cost 4 million dollars.", "text: {0}", 4097, "“text” has 4097 characters" },
        { "text: Mayor Rosa Diaz opened it.", "text: {0}", 4055, "“answer” have 4097 characters in total" },
        { "speaker: The chair", "speaker: {0}", 257, "“speaker” has 257 characters" },
        { "text: Rosa Diaz opened Eastgate Library.", "text: {0}", 257, "“text” has 257 characters" },
        { "text: The mayor opened it on May 3.", "text: {0}", 4097, "“text” has 4097 characters" },
        { "text: The library cost 4 million dollars.", "text: {0}", 1025, "“text” has 1025 characters" },
        { "role: Mayor", "role: {0}", 257, "“role” has 257 characters" },
        { "topics: [money]", "topics: [{0}]", 81, "“topics” has 81 characters" },
        { "number of books", "{0}", 301, "“phrasings” has 301 characters" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    [MemberData(nameof(Rules))]
    public void Read_OneError_ReportsLineEntryProblemAndFix(
        string old, string replacement, string at, string? entry, string problem, string fix)
    {
        var yaml = SampleSet.With(SampleSet.Knowledge, old, replacement);

        var error = Assert.Single(SampleSet.ReadErrors(knowledge: yaml));

        Assert.Equal(
            (SampleSet.KnowledgePath, SampleSet.FindLine(yaml, at), entry), (error.File, error.Line, error.Entry));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains(fix, error.Fix, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Problem, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Fix.TrimEnd('”'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Read_TooLong_IsErrorAndOneLessIsValid(string old, string format, int length, string problem)
    {
        var error = Assert.Single(SampleSet.ReadErrors(knowledge: Sized(length)));

        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
        Assert.Contains("Shorten", error.Fix, StringComparison.Ordinal);
        Assert.IsType<ReadResult.Valid>(SampleSet.Read(knowledge: Sized(length - 1)));

        string Sized(int size) =>
            SampleSet.With(
                SampleSet.Knowledge, old, string.Format(CultureInfo.InvariantCulture, format, new string('x', size)));
    }
}
