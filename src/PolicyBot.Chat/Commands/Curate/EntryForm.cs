using System.Security.Cryptography;
using System.Text;
using PolicyBot.Chat.Messages;
using PolicyBot.Knowledge.Articles;
using PolicyBot.Knowledge.Curation;

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
    private const int MaxLabelLength = 100;

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

    /// <summary>Whether anything was entered.</summary>
    public bool IsFilled => Question is not null;

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
        PhrasingsOption, CurateTexts.PhrasingsLabel, CurateTexts.OneALine, FormField.MaxTextLength, false, true);

    /// <summary>The field for phrasings to remove.</summary>
    public FormField RemovedField => CreateText(
        RemovedOption, CurateTexts.RemovedLabel, CurateTexts.OneALine, FormField.MaxTextLength, false, true);

    /// <summary>The field for the server's rule.</summary>
    public FormField RuleField =>
        CreateText(RuleOption, CurateTexts.RuleLabel, CurateTexts.RuleHint, MaxRuleLength, false, true);

    /// <summary>The field for the server's link.</summary>
    public FormField LinkField =>
        CreateText(LinkOption, CurateTexts.LinkLabel, CurateTexts.LinkHint, MaxLinkLength, false, false);

    /// <summary>The field in which passages are chosen.</summary>
    /// <param name="passages">The passages, best first; at most 25 are offered.</param>
    public FormField CreateEvidenceField(IEnumerable<Passage> passages)
    {
        var chosen = GetLines(EvidenceOption);
        List<FormChoice> choices =
        [
            .. passages.DistinctBy(p => p.Text).Take(25)
                .Select(p => new FormChoice(Shorten(p.Text), CreateKey(p), chosen.Contains(CreateKey(p)))),
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
    /// <param name="isOutdated">Whether a chosen passage isn't in the article any more.</param>
    public IReadOnlyList<string> ListEvidence(KnowledgeSet set, out bool isOutdated)
    {
        var passages = set.Article.Sentences.ToLookup(CreateKey);
        List<string> evidence = [];
        isOutdated = false;
        foreach (var key in GetLines(EvidenceOption))
        {
            if (passages[key].FirstOrDefault() is { } passage) evidence.Add(passage.Text);
            else isOutdated = true;
        }

        evidence.AddRange(GetLines(PastedOption));
        return [.. evidence.Distinct(StringComparer.Ordinal)];
    }

    // The same in every version of the article that has the sentence.
    private static string CreateKey(Passage passage) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage.Text)))[..12];

    private static string Shorten(string text) =>
        text.Length <= MaxLabelLength ? text : text[..(MaxLabelLength - 1)].TrimEnd() + "…";

    private FormField.Text CreateText(
        string name, string label, string? description, int maxLength, bool isRequired, bool isLong)
    {
        var value = Get(name);
        return new FormField.Text(
            name, label, description, value?[..Math.Min(value.Length, maxLength)], maxLength, isRequired, isLong);
    }

    private string? Get(string name) =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private string[] GetLines(string name) =>
        Get(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
