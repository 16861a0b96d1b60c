using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PolicyBot.Knowledge.Matching;

namespace PolicyBot.Chat.Usage;

/// <summary>Similar questions about one article, the most asked first.</summary>
/// <param name="Questions">The questions; at least one.</param>
internal sealed record QuestionGroup(IReadOnlyList<UnansweredQuestion> Questions)
{
    /// <summary>The most asked question, which represents the group.</summary>
    public UnansweredQuestion First => Questions[0];

    /// <summary>How often they were asked in total.</summary>
    public int Count => Questions.Sum(q => q.Count);

    /// <summary>When one of them was last asked.</summary>
    public Instant LastAt => Questions.Max(q => q.LastAt);

    /// <summary>The id in the group's buttons.</summary>
    public string Id => CreateId(First);

    /// <summary>
    /// Whether a button with this id is the group's. The id may be that of any question, because their order changes.
    /// </summary>
    public bool HasId(string id) => Questions.Any(q => CreateId(q) == id);

    /// <summary>Groups the questions of each article; the group that was asked most comes first.</summary>
    /// <param name="questions">The questions, the most asked first.</param>
    public static IReadOnlyList<QuestionGroup> GroupAll(IReadOnlyList<UnansweredQuestion> questions) =>
    [
        .. questions.GroupBy(q => q.Article)
            .SelectMany(article => GroupArticle([.. article]))
            .OrderByDescending(g => g.Count)
            .ThenByDescending(g => g.LastAt)
            .ThenBy(g => g.First.Text, StringComparer.Ordinal),
    ];

    private static string CreateId(UnansweredQuestion question)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{question.Article}\n{question.Text}"));
        return Convert.ToHexStringLower(hash)[..12];
    }

    private static IEnumerable<QuestionGroup> GroupArticle(List<UnansweredQuestion> questions) =>
        QuestionClusterer.Cluster([.. questions.Select(q => q.Text)])
            .Select(group => new QuestionGroup([.. group.Select(number => questions[number])]));
}
