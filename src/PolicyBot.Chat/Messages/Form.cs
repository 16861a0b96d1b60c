namespace PolicyBot.Chat.Messages;

/// <summary>
/// A form that a user fills in. Submitting it runs <see cref="Request"/> with the values of the fields as further
/// options, also blank ones; several chosen values are lines of one option.
/// </summary>
/// <param name="Title">A heading; platforms may shorten it to 45 characters.</param>
/// <param name="Request">
/// What runs when it is submitted. It must be as short as a button's, because it travels with the form.
/// </param>
/// <param name="Fields">
/// Its fields, at most <see cref="MaxFields"/>; of more, the first ones are shown, and notes only if there is room.
/// </param>
public sealed record Form(string Title, CommandRequest Request, IReadOnlyList<FormField> Fields)
{
    /// <summary>The most fields that every platform shows, notes included.</summary>
    public const int MaxFields = 5;

    /// <summary>
    /// The request whose reply is this form again, for a button where a form can't open at once; as short as a
    /// button's. If null, the dispatcher sets the request that the form replies to, or after a submit the form's own.
    /// </summary>
    public CommandRequest? Opener { get; init; }
}
