namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>
/// Collects removed blocks; those in a row with the same reason become one, so that the list stays short.
/// </summary>
internal sealed class RemovedBlocks
{
    private const int MaxLength = 300;

    /// <summary>All of them, in the order of the page.</summary>
    public List<RemovedBlock> All { get; } = [];

    public void Add(string reason, string text)
    {
        if (All is [.., var last] && last.Reason == reason && last.Text.Length + text.Length < MaxLength)
            All[^1] = last with { Text = $"{last.Text} · {text}" };
        else
            All.Add(new RemovedBlock(reason, text));
    }
}
