using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PolicyBot.Chat.Usage;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Chat.Usage;

/// <summary>Questions that ask much the same, the most asked first.</summary>
/// <param name="Questions">The questions, at least one.</param>
internal sealed record QuestionGroup(IReadOnlyList<UnansweredQuestion> Questions)
{
    /// <summary>The one that stands for all.</summary>
    public UnansweredQuestion First => Questions[0];

    /// <summary>How often all of them were asked.</summary>
    public int Count => Questions.Sum(q => q.Count);

    /// <summary>When the last of them was asked.</summary>
    public Instant LastAt => Questions.Max(q => q.LastAt);

    /// <summary>By what it is named in a button.</summary>
    public string Id => CreateId(First);

    /// <summary>Whether it was named so: by any of its questions, for which of them comes first changes with what is asked.</summary>
    public bool HasId(string id) => Questions.Any(q => CreateId(q) == id);

    /// <summary>Groups the questions of each article; the group that was asked most comes first.</summary>
    /// <param name="questions">The questions, the most asked first.</param>
    public static IReadOnlyList<QuestionGroup> GroupAll(IReadOnlyList<UnansweredQuestion> questions) =>
    [
        .. questions.GroupBy(q => q.Article)
            .SelectMany(article => GroupArticle([.. article]))
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.LastAt).ThenBy(g => g.First.Text, StringComparer.Ordinal),
    ];

    private static string CreateId(UnansweredQuestion question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{question.Article}\n{question.Text}")))[..12];

    private static IEnumerable<QuestionGroup> GroupArticle(List<UnansweredQuestion> questions) =>
        QuestionClusterer.Cluster([.. questions.Select(q => q.Text)]).Select(g => new QuestionGroup([.. g.Select(n => questions[n])]));
}
