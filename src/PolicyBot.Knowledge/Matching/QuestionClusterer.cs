using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Puts questions together that ask much the same in other words.</summary>
public static class QuestionClusterer
{
    /// <summary>
    /// Groups questions by the stems of their telling words, in any order and with mistakes of typing. Each joins the group whose first question it is
    /// most like, where it is like enough; so the first ones should be those that matter most.
    /// </summary>
    /// <param name="questions">The questions; a few thousand at most, for each is compared with each group.</param>
    /// <returns>The numbers of the questions of each group, from 0; groups and questions in the order in which they came.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<string> questions)
    {
        var words = new QuestionTokenizer();
        List<(QuestionSignature First, List<int> Questions)> groups = [];
        for (var number = 0; number < questions.Count; number++)
        {
            var asked = new QuestionSignature(questions[number], words);
            var nearest = groups.Select(g => (g.Questions, Distance: g.First.GetDistance(asked))).Where(g => g.Distance is not null).OrderBy(g => g.Distance).FirstOrDefault();
            if (nearest.Questions is { } alike) alike.Add(number);
            else groups.Add((asked, [number]));
        }

        return [.. groups.Select(g => g.Questions)];
    }
}
