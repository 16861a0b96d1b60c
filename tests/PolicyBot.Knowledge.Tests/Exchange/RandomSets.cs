using System.Text;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Curation.Text;

namespace PolicyBot.Knowledge.Tests.Exchange;

/// <summary>
/// Changes sets at random: shuffled entries, other evidence, marks, and phrasings with everything that a spreadsheet,
/// a separator or YAML may read as something else.
/// </summary>
internal static class RandomSets
{
    private static readonly string[] Pieces =
    [
        "=1+1", "+49", "-", "@SUM(A1)", "'", "''=x", "\"", "\"\"", ",", ";", "|", "\\", "\\n", "\\\\", ": ", " #",
        "# ", "- ", "[x]", "{y}", "&a", "*a", "!t", "%", "`", "~", "null", "true", "1e5", "00:10", "<b>", "é", "ß",
        "日本", "👍", "\u2028", "_x0041_", "_x000D_", "“", "’", "–", "\u00a0x", "\ufffe", "?", "?\n\nand", "＝1", "…", "$",
        "^",
    ];

    /// <summary>Creates a changed copy, which is valid.</summary>
    public static KnowledgeSet Change(KnowledgeSet set, Random random)
    {
        var ids = set.Questions.Select(q => q.Id).ToArray();
        var number = 0;
        return set with
        {
            Questions =
            [
                .. Shuffle(set.Questions).Select(q => q with
                {
                    Question = CreateText(q.Question),
                    Phrasings = CreatePhrasings(q.Phrasings),
                    Answer = CreateAnswer(q),
                    Topics = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => CreateText("t"))],
                    Related = [.. Shuffle(ids.Where(i => i != q.Id)).Take(random.Next(4))],
                    Review = CreateReview(),
                }),
            ],
            Unanswerable =
            [
                .. Shuffle(set.Unanswerable).Select(u => u with
                {
                    Phrasings = CreatePhrasings(u.Phrasings),
                    Nearest = PickPassage(),
                    Review = CreateReview(),
                }),
            ],
            People = [
                .. Shuffle(set.People).Select(p => p with { Also = CreateNames(p.Also), Review = CreateReview() })
            ],
            Organisations = [.. Shuffle(set.Organisations).Select(o => o with { Review = CreateReview() })],
            Synonyms = [.. set.Synonyms.Select(s => s with { Also = CreateNames(s.Also), Review = CreateReview() })],
            Quotes = [.. set.Quotes.Select(q => q with { Speaker = CreateText("s"), Review = CreateReview() })],
            Summary = set.Summary with
            {
                Line = set.Summary.Line with { Review = CreateReview() },
                Points = [.. Shuffle(set.Summary.Points).Select(p => p with { Review = CreateReview() })],
            },
            Thresholds = random.Next(2) == 0
                ? null
                : new Thresholds(0.5 + (random.NextDouble() / 2), random.NextDouble() / 2),
        };

        T[] Shuffle<T>(IEnumerable<T> all)
        {
            var shuffled = all.ToArray();
            random.Shuffle(shuffled);
            return shuffled;
        }

        string? CreateReview() => random.Next(3) == 0 ? CreateText("r") : null;

        // A word in it makes it another phrasing than all others.
        string CreateText(string kept)
        {
            var text = new StringBuilder();
            if (random.Next(2) == 0) text.Append(Pieces[random.Next(Pieces.Length)]);
            text.Append(kept.AsSpan(0, Math.Min(kept.Length, 20))).Append(" n").Append(number++);
            for (var i = random.Next(3); i > 0; i--) text.Append(' ').Append(Pieces[random.Next(Pieces.Length)]);
            return text.ToString().Trim();
        }

        List<string> CreatePhrasings(IReadOnlyList<string> phrasings)
        {
            var all = Shuffle(phrasings).Take(random.Next(30)).ToList();
            if (random.Next(20) == 0)
                all.AddRange(Enumerable.Range(0, 200).Select(_ => CreateText(new string('x', 20)).PadRight(280, 'y')));
            else if (random.Next(2) == 0) all.AddRange(Enumerable.Range(0, 4).Select(_ => CreateText("p")));
            return all;
        }

        string[] CreateNames(IReadOnlyList<string> names) => [.. names, CreateText("name")];

        Statement[] CreateAnswer(QuestionEntry entry) =>
        [
            .. entry.Answer.Select(s => s with
            {
                Evidence = [.. s.Evidence, .. Enumerable.Range(0, random.Next(3)).Select(_ => PickPassage())],
                Review = CreateReview(),
            }),
            .. Enumerable.Range(0, random.Next(3)).Select(_ => PickPassage()).Select(p => new Statement(p.Text, [p])),
        ];

        // A piece of the article in whole words, also over several sentences, at its first place.
        Passage PickPassage()
        {
            var body = set.Article.Body;
            while (true)
            {
                var start = random.Next(body.Length);
                var text = body.Substring(start, Math.Min(random.Next(1, 300), body.Length - start)).Trim();
                if (text.Length > 0 && WholeWords.FindAll(body, text) is [var at, ..])
                    return new Passage(text, new TextSpan(at, at + text.Length));
            }
        }
    }
}
