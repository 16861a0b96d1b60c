namespace PolicyBot.Chat.Messages;

/// <summary>A call of a command, on any platform.</summary>
/// <param name="Command">The command's name, without the slash.</param>
/// <param name="Options">The options that were given, by name.</param>
/// <param name="ConversationId">
/// Where it was made: a user in a channel, or the console. The last answer of each conversation is remembered.
/// </param>
public sealed record CommandRequest(string Command, IReadOnlyDictionary<string, string> Options, string ConversationId)
{
    /// <summary>The flag that makes the reply private.</summary>
    public const string PrivateFlag = "private";

    /// <summary>Who made it; null if users can't be distinguished, as in a console.</summary>
    public Caller? Caller { get; init; }

    /// <summary>
    /// Which moderator commands the caller may use; null if the platform has no permissions for single commands, so
    /// that those who can manage the server may use all.
    /// </summary>
    public ICommandPermissions? Permissions { get; init; }

    /// <summary>
    /// The id of the server's channel on the platform, for a thread that of the channel it belongs to; null outside of
    /// servers.
    /// </summary>
    public string? Channel { get; init; }

    /// <summary>
    /// Whether it came from a button or menu, or a form that one of them opened, so that the reply is as public as the
    /// message it changes.
    /// </summary>
    public bool IsFromComponent { get; init; }

    /// <summary>
    /// Whether it came from a button or menu under a public reply to the same user.
    /// </summary>
    public bool IsFromOwnReply { get; init; }

    /// <summary>Whether it is a submitted form.</summary>
    public bool IsFromForm { get; init; }

    /// <summary>The request that <em>Back</em> leads to, whose reply led here; or null.</summary>
    public CommandRequest? Previous { get; init; }

    /// <summary>
    /// A shorter request with the same reply, perhaps with fewer buttons, for platforms that can't fit this one in a
    /// button; or null.
    /// </summary>
    public CommandRequest? CompactForm { get; init; }

    /// <summary>Creates a request.</summary>
    public static CommandRequest Create(
        string command, string conversationId, params (string Name, string Value)[] options) =>
        new(command, options.ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal), conversationId);

    /// <summary>Returns the request with an option set.</summary>
    public CommandRequest With(string name, string value) => this with
    {
        Options = new Dictionary<string, string>(Options, StringComparer.Ordinal) { [name] = value },
        CompactForm = null,
    };

    /// <summary>Returns the request without an option.</summary>
    public CommandRequest Without(string name) => this with
    {
        Options = Options.Where(o => o.Key != name).ToDictionary(StringComparer.Ordinal),
        CompactForm = null,
    };

    /// <summary>Whether the caller may use a moderator command in the caller's server.</summary>
    /// <param name="command">The command's name; its first word decides.</param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public ValueTask<bool> MayUseAsync(string command, CancellationToken cancellationToken) =>
        Caller is not { Server: not null }
            ? ValueTask.FromResult(false)
            : Permissions?.MayUseAsync(command.Split(' ')[0], cancellationToken)
                ?? ValueTask.FromResult(Caller.CanManageServer);

    /// <summary>Returns an option's value without the space around it, or null if it is missing or blank.</summary>
    public string? GetOption(string name) =>
        Options.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Whether a flag is set: given, and not as "false".</summary>
    public bool HasFlag(string name) =>
        Options.TryGetValue(name, out var value)
            && !string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);
}
