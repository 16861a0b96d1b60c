using System.Runtime.CompilerServices;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Curation.Reading;
using PolicyBot.TestUtilities;

namespace PolicyBot.Knowledge.Tests.Answering;

/// <summary>Answers that are kept after the set that they are from has been replaced.</summary>
public sealed class RememberedAnswerTests
{
    [Fact]
    public void Answer_OfReplacedSet_KeepsNothingOfIt()
    {
        var (answer, answerer) = Ask();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(answerer.TryGetTarget(out _));
        Assert.Same(Explanation.None, answer.Explanation);
    }

    // A method of its own, so that nothing on the stack keeps the answerer.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Answer Answer, WeakReference<Answerer> Answerer) Ask()
    {
        var answerer = new Answerer(Assert.IsType<ReadResult.Valid>(SampleSet.Read()).Set);
        var answer = answerer.Ask("Who opened the library?");
        Assert.NotSame(Explanation.None, answer.Explanation);
        return (answer, new WeakReference<Answerer>(answerer));
    }
}
