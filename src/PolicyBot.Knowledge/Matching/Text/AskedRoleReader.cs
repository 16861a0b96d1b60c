namespace PolicyBot.Knowledge.Matching.Text;

/// <summary>Reads from a question's word order whom it asks for; a few patterns of English, not a parser.</summary>
internal static class AskedRoleReader
{
    /// <summary>Reads the role that is asked for.</summary>
    /// <param name="words">The question's words, not yet resolved.</param>
    public static AskedRole Read(QuestionTokenizer words)
    {
        var tokens = words.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var word = words.GetText(tokens[i]);
            if (word is not ("who" or "whom")) continue;
            var before = i == 0 ? default : words.GetText(tokens[i - 1]);
            if (before is "by" or "from") return AskedRole.Agent;
            if (before is "to" or "for") return AskedRole.Recipient;
            if (i + 1 == tokens.Length) return AskedRole.None;
            var next = words.GetText(tokens[i + 1]);
            var last = words.GetText(tokens[^1]);
            if (last is "to" or "for") return AskedRole.Recipient;
            if (last is "by" or "from") return AskedRole.Agent;
            return next switch
            {
                "do" or "does" or "did" => AskedRole.Object,
                "is" or "are" or "was" or "were" or "am" or "be" => AskedRole.None,
                _ => word is "whom" ? AskedRole.Object : AskedRole.Agent,
            };
        }

        return AskedRole.None;
    }

    /// <summary>Whether a question asks for a number: "how many", "how much".</summary>
    /// <param name="words">The question's words, not yet resolved.</param>
    public static bool AsksNumber(QuestionTokenizer words)
    {
        var tokens = words.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (words.GetText(tokens[i]) is "many" or "much" && words.GetText(tokens[i - 1]) is "how") return true;
        }

        return false;
    }
}
