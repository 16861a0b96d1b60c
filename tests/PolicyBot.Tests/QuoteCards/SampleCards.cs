using PolicyBot.Chat.Quotes;

namespace PolicyBot.Tests.QuoteCards;

/// <summary>Cards with texts of every awkward sort.</summary>
internal static class SampleCards
{
    private const string Sentence =
        "We strongly oppose government attempts to build backdoors because they would undermine the privacy of people "
            + "everywhere.";

    public static readonly QuoteCard Usual =
        new(Sentence, "Facebook’s statement", "“The headline of an article”, by its author");

    public static TheoryData<string> Names => [.. All.Keys];

    public static IReadOnlyDictionary<string, QuoteCard> All { get; } = new Dictionary<string, QuoteCard>
    {
        ["usual"] = Usual,
        ["one letter"] = Usual with { Text = "I" },
        ["nothing"] = new("", "", ""),
        ["blanks"] = new(" \n ", " ", "\t"),
        ["300 characters"] = Usual with { Text = Of(300) },
        ["2,000 characters"] = Usual with { Text = Of(2000) },
        ["6,000 characters"] = Usual with { Text = Of(6000) },
        ["a word of 30 letters"] = Usual with { Text = "It is " + new string('w', 30) + " indeed" },
        ["a word of 500 letters"] = Usual with { Text = new string('w', 500) },
        ["long words among short ones"] =
            Usual with { Text = $"{new string('m', 200)} to {new string('i', 700)}, {Sentence}" },
        [
            "emoji"] = Usual with
            {
                Text = "We 👍🏽 stand with 👩‍👩‍👧‍👦 and 🇬🇧 and ❤️, "
                + string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 60))
            },
        ["right to left"] = Usual with { Text = "שלום לכולם, العربية and \u202Eturned\u202C", Speaker = "שלום" },
        ["marks and halves"] = Usual with { Text = "e" + new string('\u0301', 300) + " \uD83D half \uDC4D \0 \uFFFF" },
        ["line breaks"] = Usual with { Text = "one\r\ntwo\n\nthree\u2028four" },
        ["no speaker"] = Usual with { Speaker = "" },
        ["no source"] = Usual with { Source = "" },
        ["long speaker and source"] = Usual with { Speaker = Of(1500), Source = Of(2500) },
    };

    private static string Of(int length) =>
        string.Join(' ', Enumerable.Repeat(Sentence, (length / Sentence.Length) + 1))[..(length - 1)].Trim() + ".";
}
