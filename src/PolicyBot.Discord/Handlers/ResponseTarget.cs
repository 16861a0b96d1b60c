using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;

namespace PolicyBot.Discord.Handlers;

/// <summary>Where the answer to an interaction goes.</summary>
/// <param name="IsInPlace">Whether it takes the place of the message that was picked from.</param>
/// <param name="IsPrivate">Whether whoever asked alone will see it, whatever it is.</param>
internal readonly record struct ResponseTarget(bool IsInPlace, bool IsPrivate)
{
    /// <summary>Whoever picks from an answer to somebody else has the answer to themselves, and the others keep the message as it was.</summary>
    public static ResponseTarget Choose(InteractionData use, CommandRequest invocation, bool isForManagers) => use switch
    {
        InteractionData.Component { Owner: ComponentOwner.Private } => new ResponseTarget(IsInPlace: true, IsPrivate: true),
        InteractionData.Component { Owner: ComponentOwner.SameUser } => new ResponseTarget(IsInPlace: true, IsPrivate: false),
        InteractionData.Component => new ResponseTarget(IsInPlace: false, IsPrivate: true),
        _ => new ResponseTarget(IsInPlace: false, isForManagers || invocation.HasFlag(CommandRequest.PrivateFlag)),
    };
}
