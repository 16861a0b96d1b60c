using System.Globalization;
using System.Text.RegularExpressions;
using PolicyBot.Knowledge.Curation;
using PolicyBot.Knowledge.Tests.Support;
using PolicyBot.Knowledge.Verification;

namespace PolicyBot.Knowledge.Tests.Verification;

/// <summary>
/// Changes every sentence and quote of three articles in ways that people do, and compares the verdict with one that is
/// computed from the changed text by other code.
/// </summary>
public sealed partial class QuotationMutationTests
{
    private const int Seeds = 5;
    private const double LeastRight = 0.99;

    // Fewer words are too short to tell a changed quotation from another one.
    private const int LeastWords = 7;

    public static TheoryData<string> Articles => ["facebook-encryption", "meat-inspection", "prepaid-disclosures"];

    [Theory]
    [MemberData(nameof(Articles))]
    public void Verify_MutatedSentences_AreClassifiedRight(string name)
    {
        var set = name == "facebook-encryption" ? ShippedAnswerer.Set : ArticleFolder.Read(name).Set;
        var verifier = new QuotationVerifier(set);
        var (right, wrong, falselyVerbatim) = (0, new List<string>(), new List<string>());
        foreach (var (text, expected, kind) in
            Enumerable.Range(1, Seeds).SelectMany(seed => Mutate(set, new Random(seed))))
        {
            var verdicts = verifier.Verify(kind == "speaker" ? text : Quote(text));
            var actual = verdicts.Count == 1 ? Classify(verdicts[0]) : "several";
            if (actual == expected)
            {
                right++;
                continue;
            }

            wrong.Add($"{kind}: {actual} instead of {expected}: {text}");
            if (actual == "verbatim") falselyVerbatim.Add(wrong[^1]);
        }

        Assert.True(right > 500, $"Only {right} mutations.");
        Assert.True(falselyVerbatim.Count == 0, string.Join('\n', falselyVerbatim));
        var share = (double)right / (right + wrong.Count);
        Assert.True(share >= LeastRight, $"{share:P1} of {right + wrong.Count}:\n{string.Join('\n', wrong)}");
    }

    // As one writes a quotation that has quotation marks inside.
    private static string Quote(string text) => $"“{text.Replace('“', '‘').Replace('”', '’')}”";

    private static string Classify(QuotationVerdict verdict) => verdict switch
    {
        QuotationVerdict.Verbatim => "verbatim",
        QuotationVerdict.Altered => "altered",
        QuotationVerdict.Cut => "cut",
        QuotationVerdict.WrongSpeaker => "wrong speaker",
        QuotationVerdict.Joined => "joined",
        _ => "not found",
    };

    private static IEnumerable<(string Text, string Expected, string Kind)> Mutate(KnowledgeSet set, Random random)
    {
        var sentences =
            set.Article.Sentences.Select(s => s.Text).Where(t => t.Split(' ').Length >= LeastWords).ToList();
        var quotes = set.Quotes.Where(q => q.Passage.Text.Split(' ').Length >= LeastWords).ToList();
        var body = Flatten(set.Article.Body);
        foreach (var text in sentences.Concat(quotes.Select(q => q.Passage.Text)))
        {
            var words = text.Split(' ');
            var at = random.Next(2, words.Length - 2);
            foreach (var (changed, kind) in ChangeForm(text)) yield return (changed, "verbatim", kind);
            yield return Judge(Without(words, at), "drop");
            yield return Judge(With(words, at, "obviously"), "insert");
            yield return Judge(With(words, at, "not"), "negate");
            yield return Judge(Replaced(words, at, "umbrella"), "replace");
            yield return Judge(Swapped(words, at), "swap");
            if (Digits().IsMatch(text)) yield return Judge(Digits().Replace(text, "7391", 1), "number");
            if (Name().IsMatch(text)) yield return Judge(Name().Replace(text, " Zebulon", 1), "name");
            var (start, length) = (random.Next(2, words.Length - 3), random.Next(1, 4));
            length = Math.Min(length, words.Length - 2 - start);
            foreach (var ellipsis in new[] { "…", "...", "[…]" })
                yield return (Shortened(
                    words, start, length, ellipsis), JudgeOmission(words, start, length), "ellipsis");
        }

        foreach (var quote in quotes)
        {
            yield return ($"{quote.Speaker} said: “{quote.Passage.Text}”", "verbatim", "speaker");
            foreach (var person in set.People.Where(p => IsSomebodyElse(p, quote)))
                yield return ($"“{quote.Passage.Text}”, {person.Name} said.", "wrong speaker", "speaker");
        }

        for (var i = 0; i + 4 < sentences.Count; i++)
        {
            var (first, second) = (sentences[i].Split(' '), sentences[i + 4].Split(' '));
            if (first.Length < 12 || second.Length < 12) continue;
            var joined = Mark().Replace($"{string.Join(' ', first[..6])} {string.Join(' ', second[6..12])}", "");
            if (!body.Contains(Flatten(joined), StringComparison.Ordinal)) yield return (joined, "joined", "join");
        }

        yield return ("Purple umbrellas sing loudly above seventeen sleepy volcanoes", "not found", "invented");

        (string Text, string Expected, string Kind) Judge(string text, string kind) =>
            (text, body.Contains(Flatten(text), StringComparison.Ordinal) ? "verbatim" : "altered", kind);
    }

    private static IEnumerable<(string Text, string Kind)> ChangeForm(string text)
    {
        yield return (text, "as it is");
        yield return (text.Replace('“', '"').Replace('”', '"').Replace('’', '\''), "quotation marks");
        yield return (text.Replace('-', '‑'), "hyphens");
        yield return (text.Replace(" ", "  ", StringComparison.Ordinal), "spaces");
        yield return (text.TrimEnd('.', '”', '"', ','), "end");
        yield return (char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..], "beginning");
    }

    private static string JudgeOmission(string[] words, int start, int length)
    {
        var omitted = string.Join(' ', words[start..(start + length)]);
        return Deciding().IsMatch(omitted) || Attributing().IsMatch(omitted) || CrossesQuote(words, start, length)
            ? "cut"
            : "verbatim";
    }

    // Leaving out where a quotation begins or ends leaves out whose words these are.
    private static bool CrossesQuote(string[] words, int start, int length)
    {
        var depth = DepthAfter(words[..start]);
        return depth != DepthAfter(words[..(start + length)]);

        static int DepthAfter(string[] text) =>
            text.Sum(w => w.Count(c => c == '“') - w.Count(c => c == '”'));
    }

    private static bool IsSomebodyElse(Person person, Quote quote) =>
        !quote.Speaker.Contains(person.Name.Split(' ')[^1], StringComparison.OrdinalIgnoreCase)
        && !person.Also.Any(a => quote.Speaker.Contains(a, StringComparison.OrdinalIgnoreCase));

    private static string Without(string[] words, int at) => string.Join(' ', [.. words[..at], .. words[(at + 1)..]]);

    private static string With(string[] words, int at, string word) =>
        string.Join(' ', [.. words[..at], word, .. words[at..]]);

    private static string Replaced(string[] words, int at, string word) =>
        string.Join(' ', [.. words[..at], word, .. words[(at + 1)..]]);

    private static string Swapped(string[] words, int at) =>
        string.Join(' ', [.. words[..at], words[at + 1], words[at], .. words[(at + 2)..]]);

    private static string Shortened(string[] words, int start, int length, string ellipsis) =>
        string.Join(' ', [.. words[..start], ellipsis, .. words[(start + length)..]]);

    // The letters, digits and inner marks of a text, without what may differ.
    private static string Flatten(string text) => " " + Space().Replace(
        Mark().Replace(text.Replace('’', '\'').Replace('‑', '-'), "").ToUpperInvariant(), " ").Trim() + " ";

    [GeneratedRegex(@"\d[\d,]*")]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<=\p{Ll}) \p{Lu}\p{Ll}{3,}")]
    private static partial Regex Name();

    [GeneratedRegex(
        @"(?<![-\w])(?:not|no|never|none|neither|nor|nobody|nothing|cannot|\w+n['’]t"
        + "|if|unless|until|only|except|excepting|provided|providing|but|although|though|however|while|whereas|when"
        + @"|whenever|whether|without|barring|mostly|partly|sometimes|rarely|perhaps|possibly|probably|allegedly"
        + @"|reportedly|may|might|could)(?![-\w])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Deciding();

    [GeneratedRegex(
        @"(?<![-\w])(?:say|says|said|saying|tell|tells|told|write|writes|wrote|written|state|states|stated"
        + "|claim|claims|claimed"
        + "|argue|argues|argued|conclude|concludes|concluded|read|reads|warn|warns|warned|add|adds|added|announce"
        + "|announces|announced|declare|declares|declared|explain|explains|explained|insist|insists|insisted|note|notes"
        + @"|noted|reply|replies|replied|respond|responds|responded|remark|remarks|remarked|testify|testifies|testified"
        + @"|tweet|tweets|tweeted|according)(?![-\w])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Attributing();

    [GeneratedRegex("[“”\"‘*_]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
