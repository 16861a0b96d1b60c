namespace PolicyBot.Discord.Client.Messages;

/// <summary>A field or text of a modal. Closed: one of the three nested records.</summary>
public abstract record ModalComponent
{
    private ModalComponent()
    {
    }

    /// <summary>A text that the user types.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in its modal.</param>
    /// <param name="Label">1 to 45 characters.</param>
    /// <param name="Description">1 to 100 characters, or null.</param>
    /// <param name="MaxLength">The most characters of the text, 1 to 4000.</param>
    public sealed record TextInput(string CustomId, string Label, string? Description, int MaxLength) : ModalComponent
    {
        /// <summary>The text to start with, at most <see cref="MaxLength"/> characters; or null.</summary>
        public string? Value { get; init; }

        /// <summary>Whether the modal can't be submitted without it.</summary>
        public bool IsRequired { get; init; }

        /// <summary>Whether it has several lines.</summary>
        public bool IsLong { get; init; }
    }

    /// <summary>A menu.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in its modal.</param>
    /// <param name="Label">1 to 45 characters.</param>
    /// <param name="Description">1 to 100 characters, or null.</param>
    /// <param name="Options">1 to 25 options.</param>
    public sealed record Menu(
        string CustomId, string Label, string? Description, IReadOnlyList<MenuOption> Options) : ModalComponent
    {
        /// <summary>The fewest options that can be selected, 0 to <see cref="Max"/>.</summary>
        public int Min { get; init; } = 1;

        /// <summary>The most options that can be selected, 1 to their number.</summary>
        public int Max { get; init; } = 1;
    }

    /// <summary>A text.</summary>
    /// <param name="Content">1 to 4000 characters, Markdown.</param>
    public sealed record Text(string Content) : ModalComponent;
}
