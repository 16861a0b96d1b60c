using PolicyBot.Chat.Commands;
using PolicyBot.Discord.Connecting;

namespace PolicyBot.Discord.Serving;

/// <summary>Where the answer to an interaction goes.</summary>
/// <param name="IsInPlace">Whether it takes the place of the message that was picked from.</param>
/// <param name="IsPrivate">Whether whoever asked alone will see it, whatever it is.</param>
internal readonly record struct ResponsePlace(bool IsInPlace, bool IsPrivate)
{
    /// <summary>Whoever picks from an answer to somebody else has the answer to themselves, and the others keep the message as it was.</summary>
    public static ResponsePlace Of(InteractionUse use, Invocation invocation, bool isForManagers) => use switch
    {
        InteractionUse.Pick { Under: PickedMessage.Private } => new ResponsePlace(IsInPlace: true, IsPrivate: true),
        InteractionUse.Pick { Under: PickedMessage.Own } => new ResponsePlace(IsInPlace: true, IsPrivate: false),
        InteractionUse.Pick => new ResponsePlace(IsInPlace: false, IsPrivate: true),
        _ => new ResponsePlace(IsInPlace: false, isForManagers || invocation.Flag(Invocation.Private)),
    };
}
