using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Groups questions that ask much the same in different words.</summary>
public static class QuestionClusterer
{
    /// <summary>
    /// Groups questions by the stems of their keywords, in any order and with typos. Each joins the group whose first
    /// question is most similar, if it is similar enough; so the most important questions should come first.
    /// </summary>
    /// <param name="questions">The questions; at most a few thousand, because each is compared with each group.</param>
    /// <returns>The indexes of the questions of each group; groups and questions in the order given.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<string> questions)
    {
        var words = new QuestionTokenizer();
        List<(QuestionSignature First, List<int> Questions)> groups = [];
        for (var number = 0; number < questions.Count; number++)
        {
            var signature = new QuestionSignature(questions[number], words);
            var nearest = groups.Select(g => (g.Questions, Distance: g.First.GetDistance(signature)))
                .Where(g => g.Distance is not null)
                .OrderBy(g => g.Distance)
                .FirstOrDefault();
            if (nearest.Questions is { } similar) similar.Add(number);
            else groups.Add((signature, [number]));
        }

        return [.. groups.Select(g => g.Questions)];
    }
}
