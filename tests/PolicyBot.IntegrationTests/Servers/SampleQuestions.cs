namespace PolicyBot.IntegrationTests.Servers;

/// <summary>Questions about the shipped article, named after what the bot makes of them.</summary>
internal static class SampleQuestions
{
    public const string Answered = "who signed the letter?";
    public const string NotInArticle = "What did Apple say about the letter?";
    public const string NotUnderstood = "asdf qwer";
    public const string Offered = "who is she?";
}
