using System.Text.RegularExpressions;

namespace PolicyBot.Knowledge.Conversation;

/// <summary>Splits a message into the questions that it asks.</summary>
public static partial class QuestionSplitter
{
    /// <summary>The maximum number of questions answered in one message.</summary>
    public const int MaxQuestions = 3;

    /// <summary>Splits a message at its question marks.</summary>
    /// <param name="message">The message, of any length.</param>
    /// <returns>
    /// All questions in order, as typed; the message itself if it has at most one. Text after the last question mark
    /// counts only if it begins like a question.
    /// </returns>
    public static IReadOnlyList<string> Split(string message)
    {
        var marks = QuestionMark().Matches(message);
        if (marks.Count == 0) return [message];

        var questions = new List<string>();
        var start = 0;
        foreach (Match mark in marks)
        {
            AddIfWorded(message[start..(mark.Index + mark.Length)]);
            start = mark.Index + mark.Length;
        }

        var rest = message[start..];
        if (Beginning().IsMatch(rest)) AddIfWorded(rest);
        return questions.Count > 1 ? questions : [message];

        void AddIfWorded(string text)
        {
            if (text.Any(char.IsLetterOrDigit)) questions.Add(text.Trim());
        }
    }

    // A question mark inside a link is followed by another character, so it does not count. Matches start at the first
    // of several marks, without backtracking, so that a long run of them takes linear time.
    [GeneratedRegex("""(?<![?？؟])[?？؟](?>[?!？！"”’')]*)(?=\s|$)""")]
    private static partial Regex QuestionMark();

    [GeneratedRegex(
        """
        ^[\s,;.!]*(?:(?:and|but|also|or|so|then|plus|oh|ok|okay|,)[\s,]+)*
        (?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|can|could|should|will|would|
        has|have|had|tell[ ]me|explain|describe|name|list|show)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Beginning();
}
