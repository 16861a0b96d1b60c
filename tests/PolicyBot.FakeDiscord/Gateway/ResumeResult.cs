namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>The result of a resume.</summary>
internal sealed record ResumeResult(int Replayed, string? Refusal, bool IsInvalidSequence)
{
    public static ResumeResult Done(int replayed) => new(replayed, null, false);

    public static ResumeResult Refused(string reason) => new(0, reason, false);

    public static ResumeResult Invalid(string reason) => new(0, reason, true);
}
