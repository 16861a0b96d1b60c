using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Language;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Turns a clause into questions: by replacing the subject or the object, and by inversion.</summary>
internal sealed class ClauseQuestions
{
    private const int MaxShortRest = 9;

    private static readonly HashSet<string> Roles = [.. WordLists.ReadWords("roles")];
    private static readonly HashSet<string> OrganisationWords = [.. WordLists.ReadWords("organisation-words")];

    private static readonly HashSet<string> People = new(
        ("people police enforcement officials experts companies participants consumers members inspectors officers "
            + "parents children critics users workers voters lawmakers researchers scientists authorities governments "
            + "firms families students teachers judges lawyers leaders residents staff we i he she they who").Split(
                ' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> NotObjects = new(
        "by on in from at to for with onto under of into upon about against between that if whether as than because so"
            .Split(' '),
        StringComparer.Ordinal);

    private readonly string _body;
    private readonly Clause _clause;
    private readonly string _subject;
    private readonly HashSet<string> _names;

    /// <summary>Prepares the questions of a clause.</summary>
    /// <param name="article">The article.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="names">The names of people and organisations.</param>
    public ClauseQuestions(Article article, Clause clause, DraftedNames names)
    {
        (_body, _clause) = (article.Body, clause);
        _names = names.People.Concat(names.Organisations)
            .SelectMany(n => n.Also.Append(n.Name))
            .ToHashSet(StringComparer.Ordinal);
        var first = clause.Subject[0];
        _subject = first.Key switch
        {
            "i" => "the author",
            "we" => "the authors",
            _ => ToThird(Soften(GetText(clause.Subject), first)),
        };
    }

    /// <summary>The subject in the form that a question needs.</summary>
    public string Subject => _subject;

    /// <summary>Whether the subject is a pronoun, so that a question about it doesn't say what it is about.</summary>
    public bool HasVagueSubject => _clause.Subject.Count == 1
        && _clause.Subject[
            0].Key is "it" or "they" or "he" or "she" or "this" or "these" or "that" or "those" or "there" or "who"
            or "which" or "such";

    /// <summary>“Who published a draft of the letter?”</summary>
    public string? AskSubject()
    {
        var who = IsPerson() ? "Who" : "What";
        var parts = new List<string> { who };
        if (_clause.Auxiliary is { } auxiliary)
        {
            parts.Add(auxiliary.Key is "are" or "were" or "have" or "do" or "am"
                ? Verbs.ToThirdPerson(auxiliary.Key)
                : auxiliary.Key);
            AddMiddle(parts);
            if (_clause.Verb is { } main) parts.Add(main.Text);
        }
        else
        {
            AddMiddle(parts);
            var form = Verbs.Find(_clause.Verb!.Key);
            parts.Add(form is { Tense: VerbTense.Base } ? Verbs.ToThirdPerson(form.Base) : _clause.Verb.Key);
        }

        return Finish(parts, _clause.Rest);
    }

    /// <summary>
    /// “Did BuzzFeed News publish a draft of the letter?”, or with a word before it: “Why did …?” A long rest is cut to
    /// a few words.
    /// </summary>
    /// <param name="word">“Why”, “When”, or empty.</param>
    /// <param name="end">
    /// The position in the body that the question ends before, so that it doesn't say what it asks for; null for none.
    /// A position before the rest changes nothing.
    /// </param>
    public string? AskInverted(string word, int? end = null)
    {
        var parts = new List<string>();
        if (word.Length > 0) parts.Add(word);
        AddInverted(parts);
        var rest = _clause.Rest.Count > MaxShortRest ? Shorten() : _clause.Rest;
        if (end is { } answer && rest.Any(w => w.Start < answer) && rest.Any(w => w.End > answer))
            rest = ClauseParser.TrimEnd([.. rest.Where(w => w.End <= answer)]);
        var question = Finish(parts, rest);
        return question is null ? null : char.ToUpperInvariant(question[0]) + question[1..];
    }

    /// <summary>“What did BuzzFeed News publish?”; null if the verb has no object.</summary>
    public string? AskObject()
    {
        if (_clause.Rest.Count == 0) return null;
        var next = _clause.Rest[0];
        var isThat = next.Key == "that" || (next.Key is "how" or "what");
        if (_clause.Verb is null)
        {
            // "The proposed rule is a …": what it is.
            return _clause.Auxiliary!.Key is "is" or "are" or "was" or "were"
                ? $"What {GetAuxiliary()} {_subject}?"
                : null;
        }

        if (_clause.Auxiliary?.Key is "is" or "are" or "was" or "were" or "am") return null;
        if (_clause.Middle.Any(m => m.Key is "be" or "been")) return null;
        if (!isThat && (NotObjects.Contains(next.Key) || ClauseParser.IsAdverb(next))) return null;
        var parts = new List<string> { "What" };
        AddInverted(parts);
        return string.Join(' ', parts) + "?";
    }

    private void AddInverted(List<string> parts)
    {
        if (_clause.Auxiliary is not null)
        {
            parts.Add(GetAuxiliary());
            parts.Add(_subject);
            AddMiddle(parts);
            if (_clause.Verb is { } verb) parts.Add(verb.Text);
            return;
        }

        var form = Verbs.Find(_clause.Verb!.Key);
        parts.Add(form?.Tense switch
        {
            VerbTense.Base => _clause.Subject[0].Key == "i" ? "does" : "do",
            VerbTense.Present => "does",
            _ => "did",
        });
        parts.Add(_subject);
        AddMiddle(parts);
        parts.Add(form?.Base ?? _clause.Verb.Key);
    }

    private string GetAuxiliary() => (_clause.Auxiliary!.Key, _clause.Subject[0].Key) switch
    {
        ("am", _) => "is",
        ("have", "i") => "has",
        ("do", "i") => "does",
        var (auxiliary, _) => auxiliary,
    };

    private void AddMiddle(List<string> parts)
    {
        foreach (var word in _clause.Middle) parts.Add(word.Text);
    }

    private string? Finish(List<string> parts, IReadOnlyList<SentenceWord> rest)
    {
        if (rest.Count > 0) parts.Add(ToThird(GetText(rest)));
        return string.Join(' ', parts).TrimEnd(',', ' ') + "?";
    }

    // Up to a preposition or a comma.
    private IReadOnlyList<SentenceWord> Shorten()
    {
        var rest = _clause.Rest;
        for (var i = MaxShortRest; i > 3; i--)
        {
            if (rest[i].Gap != " " || NotObjects.Contains(rest[i].Key)) return ClauseParser.TrimEnd([.. rest.Take(i)]);
        }

        return ClauseParser.TrimEnd([.. rest.Take(MaxShortRest)]);
    }

    private bool IsPerson()
    {
        var head = GetHead();
        if (People.Contains(head.Key) || Roles.Contains(head.Key) || Roles.Contains(head.Key.TrimEnd('s'))) return true;
        var text = GetText(_clause.Subject);
        return _names.Contains(text) || (_names.Any(n => text.EndsWith(n, StringComparison.Ordinal)))
            || (head.IsCapitalized && OrganisationWords.Contains(head.Key));
    }

    // The noun that the subject is about: “results” in “The results of the testing”.
    private SentenceWord GetHead()
    {
        var subject = _clause.Subject;
        for (var i = 1; i < subject.Count; i++)
        {
            if (subject[i].Key is "of" or "in" or "for" or "from" or "on" or "by" or "with" or "at" or "to" or "that"
                or "which" or "who"
                or "whom")
                return subject[i - 1];
        }

        return subject[^1];
    }

    private string Soften(string text, SentenceWord first)
    {
        var isName = first.IsAcronym || _names.Any(n => text.StartsWith(n, StringComparison.Ordinal));
        var isWord = EnglishLexicon.IsWord(first.Key) && !EnglishLexicon.IsProperName(first.Key);
        return !isName && first.IsCapitalized && isWord ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    // Readers ask about “the author”, not about “me”.
    private static string ToThird(string text) => string.Join(' ', text.Split(' ').Select(w => w switch
    {
        "I" => "the author",
        "me" or "myself" => "the author",
        "my" => "the author’s",
        "we" or "us" => "the authors",
        "our" => "the authors’",
        _ => w,
    }));

    private string GetText(IReadOnlyList<SentenceWord> words) => _body[words[0].Start..words[^1].End].TrimEnd('.', ',');
}
