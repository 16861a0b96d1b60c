using System.Text.Json;
using Json.Schema;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// <c>minLength</c> and <c>maxLength</c> in Unicode code points, as JSON Schema and Discord count them. The library
/// counts grapheme clusters, so that a text of emoji could be several times too long.
/// </summary>
internal sealed class LengthKeyword(string name, bool isMaximum) : IKeywordHandler
{
    public string Name => name;

    public object? ValidateKeywordValue(JsonElement value) => value.GetInt32();

    public void BuildSubschemas(KeywordData keyword, BuildContext context)
    {
        // It has none.
    }

    public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context)
    {
        if (context.Instance.ValueKind != JsonValueKind.String) return KeywordEvaluation.Ignore;

        var limit = (int)keyword.Value!;
        var length = context.Instance.GetString()!.EnumerateRunes().Count();
        var fits = isMaximum ? length <= limit : length >= limit;
        return new KeywordEvaluation
        {
            Keyword = Name,
            IsValid = fits,
            Error = fits ? null : $"{length} characters, where at {(isMaximum ? "most" : "least")} {limit} are taken",
        };
    }
}
