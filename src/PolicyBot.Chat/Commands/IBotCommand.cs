namespace PolicyBot.Chat.Commands;

/// <summary>
/// A command: an <see cref="ICommand"/>, which works with the article, or an <see cref="IServerCommand"/>, which
/// doesn't need it.
/// </summary>
public interface IBotCommand
{
    /// <summary>Its name and options.</summary>
    CommandDefinition Definition { get; }
}
