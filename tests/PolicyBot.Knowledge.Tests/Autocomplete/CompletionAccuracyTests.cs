using PolicyBot.Knowledge.Autocomplete;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Evaluation;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Autocomplete;

/// <summary>
/// Holds how often the right question is among those offered; the floors are a little below what was reached.
/// </summary>
public sealed class CompletionAccuracyTests(ITestOutputHelper output)
{
    private static readonly QuestionCompleter Completer = new(ShippedAnswerer.Set);

    [Theory]
    [InlineData(1, false, 0.5, 0.97)]
    [InlineData(2, false, 0.87, 0.97)]
    [InlineData(3, false, 0.95, 0.97)]
    [InlineData(8, false, 0.97, 0.97)]
    [InlineData(2, true, 0.83, 0.97)]
    [InlineData(3, true, 0.93, 0.97)]
    [InlineData(8, true, 0.97, 0.97)]
    public void Complete_FirstWordsOfEveryQuestion_ReachesFloors(
        int words, bool mistyped, double amongFive, double amongAll)
    {
        var random = new Random(11);
        var typed = ShippedAnswerer.Set.Questions
            .Select(q => (FirstWords(q.Question, words), (IReadOnlyList<string>)[q.Id])).ToList();
        if (mistyped) typed = [.. typed.Select(t => (TypingSlips.Add(t.Item1, random), t.Item2))];

        Check($"{words} words of the questions{(mistyped ? ", mistyped" : "")}", typed, amongFive, amongAll);
    }

    [Theory]
    [InlineData(3, 0.55, 0.85)]
    [InlineData(8, 0.78, 0.95)]
    public void Complete_FirstWordsOfReadersQuestions_ReachesFloors(int words, double amongFive, double amongAll)
    {
        var questions = EvaluationFile.Read(ShippedSet.Evaluation, ShippedAnswerer.Set, out _)
            .Where(q => q.Half == EvaluationHalf.Held && q.Entries.Count > 0)
            .Select(q => (FirstWords(q.Question, words), q.Entries));

        Check($"{words} words of readers' own questions", [.. questions], amongFive, amongAll);
    }

    private static string FirstWords(string question, int words) =>
        string.Join(' ', question.TrimEnd('?').Split(' ').Take(words));

    private static int FindPlace(IReadOnlyList<string> right, IReadOnlyList<QuestionEntry> offered)
    {
        var place = offered.TakeWhile(o => !right.Contains(o.Id)).Count();
        return place < offered.Count ? place : int.MaxValue;
    }

    private void Check(
        string what,
        IReadOnlyList<(string Typed, IReadOnlyList<string> Right)> questions,
        double amongFive,
        double amongAll)
    {
        var places = questions.Select(q => FindPlace(q.Right, Completer.Complete(q.Typed, 25))).ToList();
        var (first, five, all) = (places.Count(p => p == 0), places.Count(p => p < 5), places.Count(p => p < 25));
        output.WriteLine($"{what}: of {places.Count}, first {first}, among five {five}, among twenty-five {all}");

        Assert.InRange((double)five / places.Count, amongFive, 1);
        Assert.InRange((double)all / places.Count, amongAll, 1);
    }
}
