using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Matching;

/// <summary>Groups questions that ask much the same in different words.</summary>
public static class QuestionClusterer
{
    /// <summary>
    /// Groups questions by the stems of their keywords, in any order and with typos. Each joins the group whose first
    /// question is most similar, if it is similar enough; so the most important questions should come first.
    /// </summary>
    /// <param name="questions">The questions; 10,000 take some tenths of a second.</param>
    /// <returns>The indexes of the questions of each group; groups and questions in the order given.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Cluster(IReadOnlyList<string> questions)
    {
        var words = new QuestionTokenizer();
        var firsts = new SignatureIndex();
        List<List<int>> groups = [];
        for (var number = 0; number < questions.Count; number++)
        {
            var signature = new QuestionSignature(questions[number], words);
            if (firsts.FindNearest(signature) is >= 0 and var group)
            {
                groups[group].Add(number);
                continue;
            }

            firsts.Add(signature);
            groups.Add([number]);
        }

        return groups;
    }
}
