namespace PolicyBot.Chat.Messages;

/// <summary>A field of a form. Closed: one of the three records inside.</summary>
public abstract record FormField
{
    /// <summary>The longest text that a user can type.</summary>
    public const int MaxTextLength = 4000;

    private FormField()
    {
    }

    /// <summary>A text that the user types.</summary>
    /// <param name="Name">The option that gets the text; at most 100 characters, unique in its form.</param>
    /// <param name="Label">What it is; platforms may shorten it to 45 characters.</param>
    /// <param name="Description">An explanation below the label, or null; may be shortened to 100 characters.</param>
    /// <param name="Value">The text to start with, or null; at most <paramref name="MaxLength"/> characters.</param>
    /// <param name="MaxLength">The most characters, 1 to <see cref="MaxTextLength"/>.</param>
    /// <param name="IsRequired">Whether the form can't be submitted without it.</param>
    /// <param name="IsLong">Whether it has several lines.</param>
    public sealed record Text(
        string Name,
        string Label,
        string? Description = null,
        string? Value = null,
        int MaxLength = MaxTextLength,
        bool IsRequired = true,
        bool IsLong = false) : FormField;

    /// <summary>A choice from a list.</summary>
    /// <param name="Name">The option that gets the chosen values, one a line; at most 100 characters, unique.</param>
    /// <param name="Label">What it is; platforms may shorten it to 45 characters.</param>
    /// <param name="Description">An explanation below the label, or null; may be shortened to 100 characters.</param>
    /// <param name="Choices">1 to 25 choices.</param>
    /// <param name="Min">The fewest that can be chosen; 0 if the user may choose none.</param>
    /// <param name="Max">The most that can be chosen.</param>
    public sealed record Menu(
        string Name,
        string Label,
        string? Description,
        IReadOnlyList<FormChoice> Choices,
        int Min = 1,
        int Max = 1) : FormField;

    /// <summary>A text between the fields.</summary>
    /// <param name="Content">The text, plain; platforms may shorten it to 4000 characters.</param>
    public sealed record Note(string Content) : FormField;
}
