using PolicyBot.Chat.Messages;

namespace PolicyBot.ConsoleChat;

/// <summary>Writes replies to the console.</summary>
internal interface IReplyRenderer
{
    /// <summary>Writes a reply, ending with a line feed.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="isPickable">Whether the reader can pick a choice by its number.</param>
    void Write(Reply reply, bool isPickable);
}
