namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>The result of reading a saved page.</summary>
public abstract record PageResult
{
    private PageResult()
    {
    }

    /// <summary>The page has an article.</summary>
    /// <param name="Page">The article.</param>
    public sealed record Read(Page Page) : PageResult;

    /// <summary>The page can't be used.</summary>
    /// <param name="Problem">What is wrong and what to do, in one or two sentences that begin with “It”.</param>
    public sealed record Bad(string Problem) : PageResult;
}
