namespace PolicyBot.Benchmarks.Fitting;

/// <summary>Where a question comes from.</summary>
internal enum FitKind
{
    /// <summary>The tuning half of an evaluation.</summary>
    Tuning,

    /// <summary>A phrasing that was left out of its set.</summary>
    LeftOut,

    /// <summary>Everyday talk about something else.</summary>
    OffTopic,
}
