using FuzzySharp;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Answering;

/// <summary>
/// Proves that a question is about a name or number that neither the article nor its set uses. If in doubt, it finds no
/// proof: a word similar to a known one may be a typo, a word next to a known name may belong to it, a small number may
/// say how many items the reader wants, an adjective or a month may say where or when, a given name may be anyone's,
/// and a name after "in", "during" or "like" says where, when or what kind rather than whom the question is about.
/// </summary>
internal sealed class AbsenceFinder
{
    // A smaller number usually says how many items the reader wants, not what the question is about.
    private const decimal MinTopicNumber = 32;
    private const int MinNameLength = 3;
    private const int MinLowerCaseNameLength = 5;
    private const int MinNicknameLength = 4;
    private const int LongNameLength = 7;
    private const int MaxAbbreviationLength = 5;

    // "USDA" matches an article that only says "Department of Agriculture".
    private const string OwnCountry = "us";

    // A name after one of these is a place, a time, an example or a source, not what the question is about.
    private static readonly HashSet<string> CircumstancePrepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "at", "near", "around", "across", "within", "inside", "outside", "throughout",
        "during", "since", "before", "after", "until", "under", "like", "as", "than", "per",
    };

    private static readonly Lazy<HashSet<string>> GivenNames =
        new(() => new(WordLists.ReadWords("given-names"), StringComparer.Ordinal));

    private readonly HashSet<ulong> _stems = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<decimal> _numbers = [];
    private readonly List<(ulong[] Keys, string Name)> _listed = [];

    /// <summary>Indexes the words, numbers and initials of a set.</summary>
    public AbsenceFinder(KnowledgeSet set)
    {
        var reader = new QuestionTokenizer();
        foreach (var text in GetTexts(set)) AddText(text, reader);
        var asked = set.Questions.Where(q => q.Source is not null).SelectMany(q => q.Phrasings.Prepend(q.Question));
        var server = asked.SelectMany(t => ReadKeys(t, reader)).ToHashSet();
        foreach (var name in set.Absent.SelectMany(a => a.Names))
        {
            var keys = ReadKeys(name, reader);
            // A server's own question about it has an answer, although the article never uses it.
            if (!Array.TrueForAll(keys, server.Contains)) _listed.Add((keys, name));
        }
    }

    private static ulong[] ReadKeys(string text, QuestionTokenizer reader)
    {
        reader.Read(text);
        return [.. reader.Tokens.ToArray().Select(t => Stems.GetKey(reader.GetText(t)))];
    }

    /// <summary>Finds the proof, or null if there is none.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="words">Its words, resolved against the set.</param>
    public Absence? Find(string question, QuestionTokenizer words)
    {
        var tokens = words.Tokens;
        for (var at = 0; at < tokens.Length; at++)
        {
            ref readonly var token = ref tokens[at];
            if (token.Kind is not (TokenKind.Unknown or TokenKind.Absent)) continue;
            var asked = question[token.SourceStart..token.SourceEnd];
            if (token.Kind == TokenKind.Absent && FindListed(asked) is { } listed)
                return new Absence.ListedName(listed);
            if (IsUnknownNumber(question, token)) return new Absence.UnknownNumber();
            if (token.Kind == TokenKind.Unknown && !IsNextToName(tokens, at)
                && !IsCircumstance(question, token.SourceStart)
                && IsUnknownName(question, asked, token.SourceStart))
                return new Absence.UnknownName();
        }

        return null;
    }

    private static IEnumerable<string> GetTexts(KnowledgeSet set)
    {
        var article = set.Article;
        return
        [
            article.Title, article.Author ?? "", article.Publication ?? "", article.Date ?? "", article.Body,
            .. set.People.SelectMany(p => p.Also.Append(p.Name).Append(p.Role)),
            .. set.Organisations.SelectMany(o => o.Also.Append(o.Name).Append(o.Role)),
            .. set.Synonyms.SelectMany(s => s.Also.Append(s.Word)),
            .. set.Questions.SelectMany(q => q.Phrasings.Append(q.Question).Append(q.AnswerText)),
            .. set.Quotes.Select(q => q.Speaker),
        ];
    }

    // Runs of capitalized words are also known by their initials: CFPB, AG, DoA.
    private void AddText(string text, QuestionTokenizer reader)
    {
        foreach (var piece in SplitSentences(text))
        {
            reader.Read(piece);
            foreach (ref readonly var token in reader.Tokens)
            {
                var word = reader.GetText(token);
                _stems.Add(Stems.GetKey(word));
                _words.Add(word.ToString());
                if (NumberReader.TryParse(word, out var number)) _numbers.Add(number);
            }
        }

        foreach (var number in NumberReader.FindAll(text)) _numbers.Add(number);
        foreach (var initials in Initials.FindAll(text)) _initials.Add(initials);
    }

    private static IEnumerable<string> SplitSentences(string text)
    {
        // The tokenizer ignores words beyond its maximum, so each sentence is read separately.
        foreach (var line in text.Split('\n'))
        {
            foreach (var sentence in line.Split(". ")) yield return sentence;
        }
    }

    private string? FindListed(string asked)
    {
        var reader = new QuestionTokenizer();
        reader.Read(asked);
        var keys = reader.Tokens.ToArray().Select(t => Stems.GetKey(reader.GetText(t))).ToArray();
        return _listed.FirstOrDefault(l => l.Keys.AsSpan().SequenceEqual(keys)).Name;
    }

    private bool IsUnknownNumber(string question, in Token token)
    {
        var asked = question.AsSpan(token.SourceStart, token.SourceEnd - token.SourceStart);
        if (!asked.ContainsAnyInRange('0', '9') || !NumberReader.TryParse(asked, out var number)) return false;
        if (number < MinTopicNumber || NumberReader.IsRequestedLength(question, token.SourceEnd)) return false;
        return !_numbers.Contains(number)
            && !_numbers.Contains(NumberReader.ApplyScale(question, token.SourceEnd, number));
    }

    private bool IsUnknownName(string question, string asked, int start)
    {
        var lower = asked.ToLowerInvariant();
        if (lower.Length < MinNameLength || !lower.All(char.IsAsciiLetter) || EquivalentNames.IsCircumstance(lower)
            || GivenNames.Value.Contains(lower) || OccursInSet(lower)) return false;
        var isKnownName = EnglishLexicon.IsProperName(lower);
        if (EnglishLexicon.IsWord(lower) && !isKnownName) return false;
        // In lower case, what looks like a proper name may be a typo of another word.
        if (char.IsLower(asked[0]))
            return isKnownName && lower.Length >= MinLowerCaseNameLength && EnglishSpelling.Correct(lower) is null;
        // Other words are names only if capitalized, and a word in all capitals may be any abbreviation.
        return isKnownName
            || (!asked.All(char.IsUpper) && !IsFirstWord(question, start) && HasLowerCaseWords(question, asked));
    }

    private bool OccursInSet(string lower) =>
        _words.Contains(lower) || _stems.Contains(Stems.GetKey(lower)) || _initials.Contains(lower)
        || (lower.StartsWith(OwnCountry, StringComparison.Ordinal) && _initials.Contains(lower[OwnCountry.Length..]))
        || EquivalentNames.Find(lower).Any(e => _words.Contains(e) || _stems.Contains(Stems.GetKey(e)))
        || _words.Any(w => IsCloseTo(w, lower) || IsAbbreviation(w, lower));

    // One or two typos away, a nickname (Zuck), or a longer form (Zuckerbergs).
    private static bool IsCloseTo(string known, string asked)
    {
        if (known.Length >= MinNicknameLength && asked.Length >= MinNicknameLength
            && (known.StartsWith(asked, StringComparison.Ordinal)
                || asked.StartsWith(known, StringComparison.Ordinal))) return true;
        if (Math.Abs(known.Length - asked.Length) > 2 || known.Length < MinNameLength) return false;
        return Levenshtein.EditDistance(known, asked) <= (asked.Length >= LongNameLength ? 2 : 1);
    }

    // "Dept" for department, "Feds" for federal: a few letters of a word in order, starting with its first two.
    private static bool IsAbbreviation(string known, string asked)
    {
        var letters = asked.AsSpan().TrimEnd('s');
        if (letters.Length is < 2 or > MaxAbbreviationLength || known.Length <= letters.Length) return false;
        if (!known.StartsWith(asked[..2], StringComparison.Ordinal)) return false;
        var at = 0;
        foreach (var letter in known)
        {
            if (at < letters.Length && letter == letters[at]) at++;
        }

        return at == letters.Length;
    }

    // "Teddy Roosevelt" may be the Roosevelt whom the article mentions.
    private static bool IsNextToName(ReadOnlySpan<Token> tokens, int at) =>
        (at > 0 && IsKnownName(tokens[at - 1])) || (at + 1 < tokens.Length && IsKnownName(tokens[at + 1]));

    private static bool IsKnownName(in Token token) =>
        token.Kind == TokenKind.Name || (token.IsCapitalized && token.Kind == TokenKind.Known);

    // Whether the first word before the name that isn't a part of it ("in the Bronx", "like John Doe") introduces a
    // circumstance.
    private static bool IsCircumstance(string question, int start)
    {
        var before = question[..start].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = before.Length - 1; at >= 0; at--)
        {
            if (CircumstancePrepositions.Contains(before[at])) return true;
            if (!char.IsUpper(before[at][0]) && before[at] is not ("the" or "a" or "an" or "of")) return false;
        }

        return false;
    }

    private static bool IsFirstWord(string question, int start)
    {
        for (var i = start - 1; i >= 0; i--)
        {
            if (question[i] is '.' or '!' or '?' or '\n' or ':') return true;
            if (char.IsLetterOrDigit(question[i])) return false;
        }

        return true;
    }

    // In a question that is all upper case or title case, a capital says nothing.
    private static bool HasLowerCaseWords(string question, string asked)
    {
        var words = question.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(w => char.IsLower(w[0])) > words.Length / 3 && asked.Length > 0;
    }
}
