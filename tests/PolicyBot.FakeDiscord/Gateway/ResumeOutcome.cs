namespace PolicyBot.FakeDiscord.Gateway;

/// <summary>What became of a resume.</summary>
internal sealed record ResumeOutcome(int Replayed, string? Refusal, bool IsInvalidSequence)
{
    public static ResumeOutcome Done(int replayed) => new(replayed, null, false);

    public static ResumeOutcome Refused(string reason) => new(0, reason, false);

    public static ResumeOutcome Invalid(string reason) => new(0, reason, true);
}
