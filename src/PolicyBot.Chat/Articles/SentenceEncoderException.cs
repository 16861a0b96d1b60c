namespace PolicyBot.Chat.Articles;

/// <summary>The sentence encoder's file can't be used.</summary>
/// <param name="message">What is wrong and the fix, in a line.</param>
/// <param name="inner">The cause.</param>
public sealed class SentenceEncoderException(string message, Exception? inner = null) : Exception(message, inner);
