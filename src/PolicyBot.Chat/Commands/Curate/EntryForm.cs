using System.Security.Cryptography;
using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Matching.Text;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>The fields of the forms for questions, and what was entered into them.</summary>
/// <param name="values">What was entered or is proposed, by option.</param>
internal sealed class EntryForm(IReadOnlyDictionary<string, string> values)
{
    public const string QuestionOption = "question";
    public const string AnswerOption = "answer";
    public const string EvidenceOption = "evidence";
    public const string PastedOption = "quote";
    public const string PhrasingsOption = "phrasings";
    public const string RemovedOption = "remove";
    public const string RuleOption = "rule";
    public const string LinkOption = "link";

    /// <summary>The options of all fields.</summary>
    public static readonly IReadOnlyList<string> Options =
    [
        QuestionOption, AnswerOption, EvidenceOption, PastedOption, PhrasingsOption, RemovedOption, RuleOption,
        LinkOption,
    ];

    private const int MaxQuestionLength = 300;
    private const int MaxRuleLength = 1000;
    private const int MaxLinkLength = 500;
    private const int MaxEvidence = 5;
    private const int HashLength = 12;
    private const int MaxBeginning = 80;
    private const int MaxPassages = 25;

    /// <summary>The question, or null.</summary>
    public string? Question => Get(QuestionOption);

    /// <summary>The answer, or null.</summary>
    public string? Answer => Get(AnswerOption);

    /// <summary>The other phrasings, one a line.</summary>
    public IReadOnlyList<string> Phrasings => GetLines(PhrasingsOption);

    /// <summary>The phrasings to remove, one a line.</summary>
    public IReadOnlyList<string> Removed => GetLines(RemovedOption);

    /// <summary>The rule of the server, or null.</summary>
    public string? Rule => Get(RuleOption);

    /// <summary>The link of the server, or null.</summary>
    public string? Link => Get(LinkOption);

    /// <summary>The field for the question.</summary>
    public FormField QuestionField =>
        CreateText(QuestionOption, CurateTexts.QuestionLabel, null, MaxQuestionLength, isRequired: true, isLong: false);

    /// <summary>The field for the answer, which may be left out if the article's own words are the answer.</summary>
    public FormField AnswerField =>
        CreateText(AnswerOption, CurateTexts.AnswerLabel, CurateTexts.AnswerHint, FormField.MaxTextLength, false, true);

    /// <summary>The field for the answer of the server's own question.</summary>
    public FormField OwnAnswerField =>
        CreateText(AnswerOption, CurateTexts.AnswerLabel, null, FormField.MaxTextLength, true, true);

    /// <summary>The field for pasted words of the article.</summary>
    public FormField PastedField => CreateText(
        PastedOption, CurateTexts.PastedLabel, CurateTexts.PastedHint, FormField.MaxTextLength, false, true);

    /// <summary>The field for other phrasings.</summary>
    public FormField PhrasingsField => CreateText(
        PhrasingsOption, CurateTexts.PhrasingsLabel, CurateTexts.OnePerLine, FormField.MaxTextLength, false, true);

    /// <summary>The field for phrasings to remove.</summary>
    public FormField RemovedField => CreateText(
        RemovedOption, CurateTexts.RemovedLabel, CurateTexts.OnePerLine, FormField.MaxTextLength, false, true);

    /// <summary>The field for the server's rule.</summary>
    public FormField RuleField =>
        CreateText(RuleOption, CurateTexts.RuleLabel, CurateTexts.RuleHint, MaxRuleLength, false, true);

    /// <summary>The field for the server's link.</summary>
    public FormField LinkField =>
        CreateText(LinkOption, CurateTexts.LinkLabel, CurateTexts.LinkHint, MaxLinkLength, false, false);

    /// <summary>The field in which passages are chosen.</summary>
    /// <param name="article">The article; what was chosen before is offered first.</param>
    /// <param name="passages">Its other passages, best first; at most 25 are offered.</param>
    public FormField CreateEvidenceField(Article article, IEnumerable<Passage> passages)
    {
        var chosen = GetLines(EvidenceOption);
        List<FormChoice> choices =
        [
            .. article.Sentences.Where(s => chosen.Contains(CreateKey(s))).Concat(passages)
                .DistinctBy(CreateKey).Take(MaxPassages)
                .Select(p => new FormChoice(p.Text, CreateKey(p), chosen.Contains(CreateKey(p)))),
        ];
        return new FormField.Menu(
            EvidenceOption,
            CurateTexts.EvidenceLabel,
            CurateTexts.EvidenceHint,
            choices,
            Min: 0,
            Max: Math.Min(MaxEvidence, choices.Count));
    }

    /// <summary>Lists the words of the article that were chosen or pasted.</summary>
    /// <param name="set">The set.</param>
    /// <param name="missing">
    /// The beginning of a chosen passage that isn't in the article any more, or null.
    /// </param>
    public IReadOnlyList<string> ListEvidence(KnowledgeSet set, out string? missing)
    {
        var passages = set.Article.Sentences.ToLookup(CreateKey);
        List<string> evidence = [];
        missing = null;
        foreach (var key in GetLines(EvidenceOption))
        {
            if (passages[key].FirstOrDefault() is { } passage) evidence.Add(passage.Text);
            else missing = key[Math.Min(key.Length, HashLength + 1)..];
        }

        evidence.AddRange(GetLines(PastedOption));
        return [.. evidence.Distinct(StringComparer.Ordinal)];
    }

    // The same in every version of the article that has the sentence. The beginning tells which one it was.
    private static string CreateKey(Passage passage)
    {
        var text = passage.Text.Replace('\n', ' ');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
        if (text.Length <= MaxBeginning) return $"{hash} {text}";
        return $"{hash} {WholeCharacters.Truncate(text, MaxBeginning - 1).TrimEnd()}…";
    }

    private FormField.Text CreateText(
        string name, string label, string? description, int maxLength, bool isRequired, bool isLong)
    {
        var value = Get(name) is { } entered ? WholeCharacters.Truncate(entered, maxLength) : null;
        return new FormField.Text(name, label, description, value, maxLength, isRequired, isLong);
    }

    private string? Get(string name) =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private string[] GetLines(string name) =>
        Get(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
