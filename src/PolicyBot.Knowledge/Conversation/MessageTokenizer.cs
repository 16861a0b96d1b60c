using System.Text;

namespace PolicyBot.Knowledge.Conversation;

/// <summary>Splits messages into lower-case words of letters, digits and inner apostrophes, with accents.</summary>
internal static class MessageTokenizer
{
    /// <summary>Splits a message into words.</summary>
    public static List<string> Split(string message)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in message)
        {
            if (char.IsLetterOrDigit(c)
                || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
                word.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’' && word.Length > 0) word.Append('\'');
            else End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0) words.Add(word.ToString().TrimEnd('\''));
            word.Clear();
        }
    }
}
