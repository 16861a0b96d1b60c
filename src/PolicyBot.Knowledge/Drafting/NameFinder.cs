using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Drafting.Language;
using PolicyBot.Knowledge.Matching.Text;
using static PolicyBot.Knowledge.Drafting.NameWords;

namespace PolicyBot.Knowledge.Drafting;

/// <summary>Finds people with their roles, and organisations, by their capitals and the words around them.</summary>
internal sealed partial class NameFinder
{
    private readonly PhrasingPool _ids = new();
    private readonly string _body;
    private readonly RoleFinder _roles;
    private readonly List<DraftedName> _people = [];
    private readonly List<DraftedName> _organisations = [];
    private readonly Dictionary<string, List<NameRun>> _unsure = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lastNames = new(StringComparer.Ordinal);

    private NameFinder(string body) => (_body, _roles) = (body, new RoleFinder(body));

    /// <summary>Finds them in an article, without its headline.</summary>
    public static DraftedNames Find(Article article)
    {
        var finder = new NameFinder(article.Body);
        var headline = article.Paragraphs[0].Span;
        var runs = article.Sentences.Where(s => s.Span.Start >= headline.End)
            .SelectMany(NameRun.FindAll).ToList();
        foreach (var run in runs) finder.ReadPerson(run, onlySure: true);
        foreach (var run in runs) finder.ReadPerson(run, onlySure: false);
        foreach (var run in runs) finder.ReadOrganisation(run);
        finder.AddUnsure();
        return new OtherNames(article.Body).AddTo(finder._people, finder._organisations);
    }

    private void ReadPerson(NameRun run, bool onlySure)
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
        var text = run.GetText(_body, name, run.End);
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

    private bool IsNextToPerson(NameRun run)
    {
        var (body, span) = (_body, run.GetSpan(run.Start, run.End));
        var around =
            body[Math.Max(run.Sentence.Span.Start, span.Start - 60)..Math.Min(run.Sentence.Span.End, span.End + 60)];
        return _people.Exists(p => around.Contains(p.Name, StringComparison.Ordinal))
            || (run.End < run.Words.Count && Verbs.IsSpeech(run.Words[run.End].Key))
            || (run.Start > 0 && Verbs.IsSpeech(run.Words[run.Start - 1].Key));
    }

    private void AddPerson(NameRun run, int name, string text, string? review = null)
    {
        var (role, evidence) = _roles.FindRole(run, name, text);
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

    private void ReadTitle(NameRun run, int name, string person)
    {
        var words = run.Words;
        var start = run.Start;
        while (start < name && (Roles.Contains(words[start].Key) || Places.Contains(words[start].Key))) start++;
        var end = start;
        while (end < name && !Roles.Contains(words[end].Key)) end++;
        if (end == start || end == name) return;
        var isAcronym = end - start == 1 && words[start].IsAcronym && !NotOrganisations.Contains(words[start].Key);
        if (!isAcronym && end - start < 2) return;
        var organisation = run.GetText(_body, start, end);
        // “Acting … Secretary”
        var leading =
            string.Concat(words.Take(run.Start..start).Where(w => Roles.Contains(w.Key)).Select(w => w.Text + " "));
        var role = leading + run.GetText(_body, end, name);
        AddOrganisation(
            organisation, $"{person} is its {role}", run.GetText(_body, run.Start, run.End), null);
    }

    private void ReadOrganisation(NameRun run)
    {
        var words = run.Words;
        var parts = words.Take(run.Start..run.End).ToList();
        var text = run.GetText(_body, run.Start, run.End);
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
            var (role, evidence) = _roles.FindActivity(run, text);
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
    private static bool IsEmployer(NameRun run)
    {
        var next = run.End < run.Words.Count ? run.Words[run.End] : null;
        if (next is null) return false;
        if (next.IsAdjacent && Employees.Contains(next.Key)) return true;
        var rest = string.Join(' ', run.Words.Skip(run.End).Take(5).Select(w => w.Key));
        return OtherFirms().IsMatch(rest);
    }

    private void AddUnsure()
    {
        foreach (var (text, runs) in _unsure)
        {
            if (_organisations.Exists(o => o.Name.Contains(text, StringComparison.Ordinal))) continue;
            var isEmployer = runs.Exists(IsEmployer);
            if (!isEmployer && (runs.Count < 2 || text.Contains(' '))) continue;
            var active = runs.Select(r => _roles.FindActivity(r, text)).FirstOrDefault(a => a.Role is not null);
            var role = active.Role ?? "named in the article";
            var evidence = active.Role is null
                ? runs[0].GetText(_body, runs[0].Start, runs[0].End)
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

    [GeneratedRegex(
        @"^and other (?:\w+ ){0,2}(?:companies|firms|agencies|organizations|organisations|businesses|groups)")]
    private static partial Regex OtherFirms();
}
