using System.Text.Json;
using Json.Schema;

namespace PolicyBot.FakeDiscord.Contract;

/// <summary>
/// A keyword of the library whose error contains the value and the expected one, unlike the library's own message.
/// </summary>
internal sealed class DescriptiveKeyword(IKeywordHandler inner) : IKeywordHandler
{
    private const int LongestValue = 80;

    public string Name => inner.Name;

    public object? ValidateKeywordValue(JsonElement value) => inner.ValidateKeywordValue(value);

    public void BuildSubschemas(KeywordData keyword, BuildContext context) => inner.BuildSubschemas(keyword, context);

    public KeywordEvaluation Evaluate(KeywordData keyword, EvaluationContext context)
    {
        var evaluation = inner.Evaluate(keyword, context);
        if (evaluation.IsValid) return evaluation;

        var error = $"{Shown(context.Instance)} does not fit {Name} {keyword.RawValue.GetRawText()}";
        return new KeywordEvaluation { Keyword = Name, IsValid = false, Error = error };
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= LongestValue ? text : $"{text[..LongestValue]}…";
    }
}
