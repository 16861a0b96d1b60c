using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;
using PolicyBot.Knowledge.Matching.Text;
using PolicyBot.Knowledge.Tests.Support;

namespace PolicyBot.Knowledge.Tests.Matching;

/// <summary>What people say around a question changes nothing about how it is answered.</summary>
public sealed class CourtesyTests
{
    private static readonly string[] Questions =
    [
        "Who signed the letter?",
        "What does Facebook say about backdoors?",
        "when was teh letter sent",
        "Did Google sign the letter?",
        "How old is William Barr?",
        "Where does the writer of this work?",
        "what is the price of violins",
        "encryption",
    ];

    public static TheoryData<string> Before { get; } =
    [
        "sorry if this was asked before but", "Sorry if this has already been asked,",
        "apologies if it was covered already but",
        "hi all, quick question:", "Hello everyone!", "hey guys,", "good morning everyone,", "Good evening folks",
        "Hi there!",
        "hey siri,", "hi bot", "ok bot,", "hello mods,", "Dear all,", "howdy y'all,", "hi friends!",
        "Greetings to all.",
        "does anyone here know", "Does anybody know", "do you guys happen to know", "would anyone out there know",
        "just wondering,", "I was just wondering...", "just curious,", "out of curiosity,", "purely out of interest,",
        "could someone please explain to me", "can anyone tell me", "can you please tell me",
        "could you kindly explain to me",
        "please explain to me", "pls tell me", "please help me understand", "pls help,", "i need help.",
        "help me out please:",
        "asking for a friend:", "asking for a school project,", "dumb question but",
        "This is probably a stupid question but",
        "sorry for the dumb question but", "noob question:", "quick q:", "one more question:", "follow up question:",
        "random question,",
        "I have a question about this:", "i've got a quick question for you.", "question for the bot:",
        "can i ask you something?",
        "may I ask", "I just wanted to ask", "let me ask you this:", "excuse me,", "pardon me but",
        "sorry to bother you all but",
        "sorry for the ping,", "not to be rude but", "no offense but", "with all due respect,", "bit off topic but",
        "I'm new here, so",
        "Newbie here,", "first time poster,", "not sure if this is the right channel but",
        "english is not my first language but",
        "sorry for my bad English,", "i'm so confused,", "to be honest", "How are you?", "hope you are all doing well!",
        "hope everyone is having fun",
    ];

    public static TheoryData<string> After { get; } =
    [
        "thanks in advance!!!", "Thanks!", "thank you so much", "thx a lot guys", "ty", "tysm!",
        "many thanks for your help",
        "cheers", "cheers all", "tia", "TIA!", "pls help", "please help me", "need help asap", "any help appreciated",
        "any help would be greatly appreciated, thanks", "any pointers are welcome", "much appreciated",
        "i appreciate it",
        "I'd really appreciate any help", "asking for a friend", "just wondering", "just curious lol",
        "does anyone know?",
        "anyone know?", "please let me know", "let me know thanks", "lmk", "if anyone knows",
        "if you don't mind me asking",
        "if possible", "if that's ok", "in simple terms please", "in plain English", "in layman's terms",
        "explain like I'm five",
        "eli5 please", "tldr please", "no rush", "whenever you have time", "when you get a chance, thanks",
        "asap please",
        "looking forward to your answer", "hope this makes sense", "sorry for my english", "sorry for the long post",
        "sorry if this was asked before", "have a nice day everyone", "kind regards", "Best regards",
        "yours sincerely", "take care",
        "god bless", "you guys are the best", "bye", "goodbye everyone", "thank you bot", "please and thank you",
    ];

    [Theory]
    [MemberData(nameof(Before))]
    public void Ask_CourtesyBeforeAQuestion_ChangesNothing(string courtesy) =>
        Assert.All(Questions, q => Assert.Equal(Outcome(q), Outcome($"{courtesy} {q}")));

    [Theory]
    [MemberData(nameof(After))]
    public void Ask_CourtesyAfterAQuestion_ChangesNothing(string courtesy) =>
        Assert.All(Questions, q => Assert.Equal(Outcome(q), Outcome($"{q} {courtesy}")));

    [Fact]
    public void Ask_SeveralCourtesiesAround_ChangeNothing() => Assert.All(
        Questions,
        q => Assert.Equal(
            Outcome(q),
            Outcome($"Hi all, sorry if this was asked before but does anyone here know: {q} Thanks in advance! tia")));

    [Fact]
    public void Resolve_AnyListedCourtesyAroundAQuestion_LeavesTheQuestion()
    {
        var random = new Random(7);
        foreach (var pattern in WordLists.ReadLines("courtesies"))
        {
            var slots = pattern.Split(' ')
                .Select(slot => random.GetItems(slot.Split('/'), 1)[0])
                .Where(choice => choice != "-");
            var phrase = string.Join(' ', slots).Replace('_', ' ');

            Assert.Equal(("who signed it", phrase), (Resolve($"{phrase}: who signed it"), phrase));
            Assert.Equal(("who signed it", phrase), (Resolve($"who signed it? {phrase}"), phrase));
        }
    }

    [Theory]
    [InlineData("did Barr help the police", "did Barr")]
    [InlineData("according to Barr, what is the risk", "what is the risk")]
    [InlineData("did Facebook thank Barr", "did Facebook")]
    [InlineData("Is Facebook sorry about backdoors", "is Facebook about backdoors")]
    public void Ask_CourtesyWordInsideQuestion_IsKept(string question, string without) =>
        Assert.NotEqual(Outcome(without), Outcome(question));

    [Theory]
    [InlineData("thanks in advance", SmallTalkKind.Thanks)]
    [InlineData("hi all", SmallTalkKind.Greeting)]
    [InlineData("good morning everyone, how are you?", SmallTalkKind.Greeting)]
    [InlineData("pls help", SmallTalkKind.AboutTheBot)]
    public void Ask_CourtesiesOnly_IsSmallTalk(string text, SmallTalkKind kind) =>
        Assert.Equal(kind, Assert.IsType<Answer.SmallTalk>(ShippedAnswerer.Value.Ask(text)).Kind);

    [Fact]
    public void Ask_IntroductionWithoutQuestion_HasNoWords() => Assert.Equal(
        NotUnderstoodReason.NoWords,
        Assert.IsType<Answer.NotUnderstood>(ShippedAnswerer.Value.Ask("asking for a friend")).Reason);

    private static string Resolve(string question)
    {
        var words = new QuestionTokenizer();
        words.Read(question);
        ShippedAnswerer.Value.Matcher.Vocabulary.Resolve(words);
        return string.Join(' ', words.Tokens.ToArray().Select(t => words.GetText(t).ToString()));
    }

    private static string Outcome(string question)
    {
        var answer = ShippedAnswerer.Value.Ask(question);
        var entries = answer.Candidates.Select(c => c.Entry.Id);
        return $"{answer.GetType().Name} {answer.Confidence:R} {string.Join(' ', entries)}";
    }
}
