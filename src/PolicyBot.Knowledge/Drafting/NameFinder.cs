using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation.Text;
using PolicyBot.Knowledge.Drafting.Language;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds people with their roles, and organisations, by their capitals and the words around them.</summary>
internal sealed partial class NameFinder
{
    private const int MaxRole = 200;

    private static readonly HashSet<string> Roles = [.. WordLists.ReadWords("roles")];
    private static readonly HashSet<string> OrganisationWords = [.. WordLists.ReadWords("organisation-words")];
    private static readonly HashSet<string> LoneOrganisations = [.. WordLists.ReadWords("lone-organisations")];
    private static readonly HashSet<string> Places = [.. WordLists.ReadWords("places")];
    private static readonly HashSet<string> NotOrganisations = [.. WordLists.ReadWords("not-organisations")];
    private static readonly HashSet<string> GivenNames = [.. WordLists.ReadWords("given-names")];

    private static readonly HashSet<string> Honorifics =
        new(["mr", "mrs", "ms", "miss", "messrs", "sir", "madam", "dr"], StringComparer.Ordinal);

    private static readonly HashSet<string> Employees = new(
        [
            "spokesman", "spokeswoman", "spokesperson", "official", "officials", "employee", "employees", "executive",
            "executives", "staff", "ceo", "users", "announced", "said", "says",
        ],
        StringComparer.Ordinal);

    private readonly PhrasingPool _ids = new();
    private readonly Article _article;
    private readonly List<DraftedName> _people = [];
    private readonly List<DraftedName> _organisations = [];
    private readonly Dictionary<string, List<Run>> _unsure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lastNames = new(StringComparer.Ordinal);

    private NameFinder(Article article) => _article = article;

    /// <summary>Finds them in an article, without its headline.</summary>
    public static DraftedNames Find(Article article)
    {
        var finder = new NameFinder(article);
        var headline = article.Paragraphs[0].Span;
        var runs = article.Sentences.Where(s => s.Span.Start >= headline.End)
            .SelectMany(FindRuns).ToList();
        foreach (var run in runs) finder.ReadPerson(run, onlySure: true);
        foreach (var run in runs) finder.ReadPerson(run, onlySure: false);
        foreach (var run in runs) finder.ReadOrganisation(run);
        finder.AddUnsure();
        return finder.Finish();
    }

    // Capitalized words in a row, with the words of the sentence.
    private static IEnumerable<Run> FindRuns(Passage sentence)
    {
        var words = SentenceWords.Read(sentence);
        for (var i = 0; i < words.Count;)
        {
            if (!BeginsRun(words, i))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < words.Count && !words[end - 1].IsPossessive && (Continues(words, end)
                || (end + 1 < words.Count && words[end].Key is "of" or "for" or "&" && words[end].IsAdjacent
                    && OrganisationWords.Contains(words[end - 1].Key) && Continues(words, end + 1))))
                end++;
            // A first word that is only capitalized because it begins the sentence is no name.
            var start = i;
            if (IsFirst(words, i) && end - i > 1 && IsOrdinary(words[i])) start++;
            if (end > start && !(end - start == 1 && IsFirst(words, start) && IsOrdinary(words[start])))
                yield return new Run(words, start, end, sentence);
            i = end;
        }
    }

    private static bool BeginsRun(IReadOnlyList<SentenceWord> words, int at) =>
        (words[at].IsCapitalized && words[at].Key != "i")
        || (words[at].HasDigit && words[at].Text.All(char.IsAsciiDigit) && at + 1 < words.Count
            && Continues(words, at + 1)
            && OrganisationWords.Contains(words[at + 1].Key));

    private static bool Continues(IReadOnlyList<SentenceWord> words, int at) =>
        words[at].IsAdjacent && words[at].IsCapitalized;

    private static bool IsFirst(IReadOnlyList<SentenceWord> words, int at) => at == 0 || words[at].OpensQuotation;

    // A word that English has in small letters, too; a title or a given name is part of a name.
    private static bool IsOrdinary(SentenceWord word) =>
        !word.IsAcronym && !Roles.Contains(word.Key) && !GivenNames.Contains(word.Key)
        && EnglishLexicon.IsWord(word.Key) && !EnglishLexicon.IsProperName(word.Key);

    private void ReadPerson(Run run, bool onlySure)
    {
        var words = run.Words;
        // The title is everything up to the last word that is one.
        var name = run.Start;
        for (var i = run.Start; i < run.End - 1; i++)
        {
            if (Roles.Contains(words[i].Key) && words[i + 1].Key != "of") name = i + 1;
        }

        var length = run.End - name;
        var hasTitle = name > run.Start;
        var isGiven = length is >= 2 and <= 4 && GivenNames.Contains(words[name].Key);
        if (!hasTitle && !isGiven)
        {
            // "Secretary of State Mike Pompeo", "the Dutch Minister Jan Smit": the name begins with a given name.
            var given = Enumerable.Range(run.Start, run.End - run.Start)
                .FirstOrDefault(i => GivenNames.Contains(words[i].Key) && run.End - i is 2 or 3, -1);
            if (given > run.Start) (name, length, isGiven) = (given, run.End - given, true);
        }

        var parts = words.Take(name..run.End).ToList();
        if (length is 0 or > 4 || parts.Exists(IsNoPersonsWord)) return;
        var text = run.GetText(_article.Body, name, run.End);
        if (IsKnown(text)) return;
        if (hasTitle || isGiven)
        {
            if (length == 1 && !hasTitle) return;
            if (length == 1 && (_lastNames.Contains(text) || parts[0].Text.Length < 3)) return;
            AddPerson(run, name, text);
            return;
        }

        // Two unusual words next to a person: "Priti Patel and Peter Dutton".
        if (onlySure || length is not (2 or 3) || run.End - run.Start != length) return;
        if (parts.Exists(w => EnglishLexicon.IsCommon(w.Key) && !EnglishLexicon.IsProperName(w.Key))
            || parts.Exists(w => w.IsAcronym))
            return;
        AddPerson(run, name, text, IsNextToPerson(run) ? null : $"Is {text} a person?");
    }

    private static bool IsNoPersonsWord(SentenceWord word) =>
        OrganisationWords.Contains(word.Key) || Places.Contains(word.Key) || Roles.Contains(word.Key) || word.HasDigit
        || word.Key is "of" or "for" or "&" or "the";

    private bool IsKnown(string name) =>
        _people.Exists(p => p.Name == name) || (!name.Contains(' ') && _lastNames.Contains(name));

    private bool IsNextToPerson(Run run)
    {
        var (body, span) = (_article.Body, run.GetSpan(run.Start, run.End));
        var around =
            body[Math.Max(run.Sentence.Span.Start, span.Start - 60)..Math.Min(run.Sentence.Span.End, span.End + 60)];
        return _people.Exists(p => around.Contains(p.Name, StringComparison.Ordinal))
            || (run.End < run.Words.Count && Verbs.IsSpeech(run.Words[run.End].Key))
            || (run.Start > 0 && Verbs.IsSpeech(run.Words[run.Start - 1].Key));
    }

    private void AddPerson(Run run, int name, string text, string? review = null)
    {
        var (role, evidence) = FindRole(run, name, text);
        // Who is an editor is a person.
        if (role?.Split(' ').Any(w => Roles.Contains(w.ToLowerInvariant())) == true)
            review = null;
        if (role is null)
        {
            role = "named in the article";
            review ??= $"What is the role of {text}?";
        }

        _people.Add(
            new DraftedName(_ids.CreateId([text[(text.LastIndexOf(' ') + 1)..]]), text, role, evidence, [], review));
        if (text.Contains(' ')) _lastNames.Add(text[(text.LastIndexOf(' ') + 1)..]);
        // "Acting Homeland Security Secretary": the title names an organisation.
        ReadTitle(run, name, text);
    }

    private (string? Role, string Evidence) FindRole(Run run, int name, string text)
    {
        var words = run.Words;
        var start = run.Start;
        while (start < name && Honorifics.Contains(words[start].Key)) start++;
        if (start < name)
            return (run.GetText(_article.Body, start, name), run.GetText(_article.Body, start, run.End));
        var sentence = run.Sentence.Text;
        var at = run.GetSpan(name, run.End).Start - run.Sentence.Span.Start;
        var after = sentence[(at + text.Length)..];
        if (Copula().Match(after) is { Success: true } copula)
        {
            return (ToRole(copula.Groups[1].Value),
                sentence[at..(at + text.Length + copula.Groups[1].Index + copula.Groups[1].Length)]);
        }

        if (Apposition().Match(after) is { Success: true } apposition)
        {
            return (ToRole(apposition.Groups[1].Value),
                sentence[at..(at + text.Length + apposition.Groups[1].Index + apposition.Groups[1].Length)]);
        }

        // "the top officials in the UK and Australia, Priti Patel and Peter Dutton".
        var before = sentence[..at];
        if (GroupBefore().Match(before) is { Success: true } group)
        {
            return ("one of the " + group.Groups[1].Value,
                sentence[group.Index..(at + text.Length)]);
        }

        return (null, run.GetText(_article.Body, name, run.End));

        static string? ToRole(string found) => found.Length <= MaxRole ? found.Trim() : null;
    }

    private void ReadTitle(Run run, int name, string person)
    {
        var words = run.Words;
        var start = run.Start;
        while (start < name && (Roles.Contains(words[start].Key) || Places.Contains(words[start].Key))) start++;
        var end = start;
        while (end < name && !Roles.Contains(words[end].Key)) end++;
        if (end == start || end == name) return;
        var isAcronym = end - start == 1 && words[start].IsAcronym && !NotOrganisations.Contains(words[start].Key);
        if (!isAcronym && end - start < 2) return;
        var organisation = run.GetText(_article.Body, start, end);
        // “Acting … Secretary”
        var leading =
            string.Concat(words.Take(run.Start..start).Where(w => Roles.Contains(w.Key)).Select(w => w.Text + " "));
        var role = leading + run.GetText(_article.Body, end, name);
        AddOrganisation(
            organisation, $"{person} is its {role}", run.GetText(_article.Body, run.Start, run.End), null);
    }

    private void ReadOrganisation(Run run)
    {
        var words = run.Words;
        var parts = words.Take(run.Start..run.End).ToList();
        var text = run.GetText(_article.Body, run.Start, run.End);
        if (_people.Exists(
            p => p.Name.Contains(text, StringComparison.Ordinal) || text.Contains(p.Name, StringComparison.Ordinal)))
            return;
        if (_lastNames.Contains(text) || parts.TrueForAll(w => Places.Contains(w.Key) || Roles.Contains(w.Key))) return;
        if (_organisations.Exists(o => o.Name == text)) return;
        var isLong = parts.Count > 1;
        var isNamed = isLong && parts.Exists(w => OrganisationWords.Contains(w.Key));
        var isAcronym =
            !isLong && parts[0].IsAcronym && parts[0].Text.Length <= 6 && !NotOrganisations.Contains(parts[0].Key);
        if (isNamed || isAcronym || (!isLong && LoneOrganisations.Contains(parts[0].Key)))
        {
            var (role, evidence) = FindActivity(run, text);
            AddOrganisation(
                text, role ?? "named in the article", evidence, role is null ? $"What is the role of {text}?" : null);
            return;
        }

        // A word that English has in small letters, too, is more likely a heading or a term.
        if (!isLong && (EnglishLexicon.IsCommon(parts[0].Key) && !EnglishLexicon.IsProperName(parts[0].Key)
            && !IsEmployer(run)))
            return;
        if (parts.Exists(w => OrganisationWords.Contains(w.Key))) return;
        if (!_unsure.TryGetValue(text, out var runs)) _unsure[text] = runs = [];
        runs.Add(run);
    }

    // "a Facebook spokesman", "Facebook and other tech companies".
    private static bool IsEmployer(Run run)
    {
        var next = run.End < run.Words.Count ? run.Words[run.End] : null;
        if (next is null) return false;
        if (next.IsAdjacent && Employees.Contains(next.Key)) return true;
        var rest = string.Join(' ', run.Words.Skip(run.End).Take(5).Select(w => w.Key));
        return OtherFirms().IsMatch(rest);
    }

    // What an organisation does in the sentence that names it first: "published a draft of the letter".
    private (string? Role, string Evidence) FindActivity(Run run, string text)
    {
        var clause = ClauseParser.Parse(run.Words);
        var start = run.GetSpan(run.Start, run.End);
        if (clause is { Verb: { } verb, Auxiliary: null }
            && clause.Subject[^1].End == start.End
            && clause.Rest.Count > 0)
        {
            var end = clause.Rest[^1].End;
            for (var i = 1; i < clause.Rest.Count; i++)
            {
                if (!clause.Rest[i].Gap.StartsWith(',') && !IsRelative(clause.Rest, i)) continue;
                end = clause.Rest[i - 1].End;
                break;
            }

            var role = _article.Body[verb.Start..end];
            if (role.Length <= MaxRole) return (role, _article.Body[start.Start..end]);
        }

        return (null, text);
    }

    // “accounts that will provide”
    private static bool IsRelative(IReadOnlyList<SentenceWord> words, int at) =>
        words[at].Key is "that" or "which" or "who" && at + 1 < words.Count
            && (Verbs.Auxiliaries.Contains(words[at + 1].Key) || Verbs.Find(words[at + 1].Key) is not null);

    private void AddUnsure()
    {
        foreach (var (text, runs) in _unsure)
        {
            if (_organisations.Exists(o => o.Name.Contains(text, StringComparison.Ordinal))) continue;
            var isEmployer = runs.Exists(IsEmployer);
            if (!isEmployer && (runs.Count < 2 || text.Contains(' '))) continue;
            var active = runs.Select(r => FindActivity(r, text)).FirstOrDefault(a => a.Role is not null);
            var role = active.Role ?? "named in the article";
            var evidence = active.Role is null
                ? runs[0].GetText(_article.Body, runs[0].Start, runs[0].End)
                : active.Evidence;
            var review = isEmployer
                ? active.Role is null ? $"What is the role of {text}?" : null
                : $"Is {text} an organisation, and what is its role?";
            AddOrganisation(text, role, evidence, review);
        }
    }

    private void AddOrganisation(string name, string role, string evidence, string? review)
    {
        if (_organisations.Exists(o => o.Name == name)) return;
        _organisations.Add(new DraftedName(_ids.CreateId([name]), name, role, evidence, [], review));
    }

    // Adds other names, each to one entry only, and merges short forms.
    private DraftedNames Finish()
    {
        var organisations = new List<DraftedName>();
        foreach (var organisation in _organisations)
        {
            var isPart = _organisations.Exists(
                o => o != organisation && (o.Name.Contains(" " + organisation.Name, StringComparison.Ordinal)
                    || GetInitials(o.Name) == organisation.Name));
            if (!isPart) organisations.Add(organisation);
        }

        var taken = _people.Concat(organisations).Select(n => TextKey.Create(n.Name)).ToHashSet(StringComparer.Ordinal);
        var people =
            _people.Where(p => !_people.Exists(o => o != p && o.Name.EndsWith(" " + p.Name, StringComparison.Ordinal)))
                .Select(p => p with { Also = Take(GetNames(p)) }).ToList();
        organisations = [.. organisations.Select(o => o with { Also = Take(GetOrganisationNames(o)) })];
        return new DraftedNames(people, organisations);

        List<string> Take(IEnumerable<string> names) =>
            [.. names.Where(n => n.Length > 2 && taken.Add(TextKey.Create(n)))];
    }

    private static IEnumerable<string> GetNames(DraftedName person)
    {
        if (!person.Name.Contains(' ')) yield break;
        yield return person.LastName;
        var role = person.Role;
        if (role.Length < 40
            && char.IsUpper(role[0])
            && Roles.Contains(role[(role.LastIndexOf(' ') + 1)..].ToLowerInvariant()))
            yield return $"{role} {person.LastName}";
    }

    private IEnumerable<string> GetOrganisationNames(DraftedName organisation)
    {
        var words = organisation.Name.Split(' ');
        if (words.Length > 2 && GetInitials(organisation.Name) is { Length: > 2 } initials) yield return initials;
        // "the Bureau", if the article says so.
        foreach (var word in words)
        {
            if (words.Length > 1 && OrganisationWords.Contains(word.ToLowerInvariant())
                && _article.Body.Contains($"the {word} ", StringComparison.Ordinal))
                yield return $"the {word}";
        }
    }

    private static string GetInitials(string name) =>
        string.Concat(name.Split(' ').Where(w => char.IsUpper(w[0])).Select(w => w[0]));

    [GeneratedRegex(@"^ (?:is|was) (?:an? |the )?((?:[\p{L}\p{Nd}’'-]+ ?){1,20})")]
    private static partial Regex Copula();

    [GeneratedRegex(@"^, (?:an? |the )((?:[\p{L}\p{Nd}’'-]+ ?){1,14})(?=[,.;])")]
    private static partial Regex Apposition();

    [GeneratedRegex(
        @"the ((?:[\p{L}’'-]+ ){0,5}(?:officials|members|senators|leaders|authors|directors|ministers|secretaries"
            + @"|lawyers|experts|executives|founders|researchers|professors)(?: [\p{L}’'-]+){0,8}),?"
            + @" (?:\p{Lu}[^,]*? and )?$")]
    private static partial Regex GroupBefore();

    [GeneratedRegex(
        @"^and other (?:\w+ ){0,2}(?:companies|firms|agencies|organizations|organisations|businesses|groups)")]
    private static partial Regex OtherFirms();

    // A run of capitalized words in a sentence.
    private sealed record Run(IReadOnlyList<SentenceWord> Words, int Start, int End, Passage Sentence)
    {
        public TextSpan GetSpan(int from, int to) => new(Words[from].Start, GetEnd(to - 1));

        public string GetText(string body, int from, int to) => body[Words[from].Start..GetEnd(to - 1)];

        // Without a possessive ending.
        private int GetEnd(int last) => Words[last].IsPossessive ? Words[last].End - 2 : Words[last].End;
    }
}
