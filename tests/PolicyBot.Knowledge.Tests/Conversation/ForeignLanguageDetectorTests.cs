using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Knowledge.Tests.Conversation;

public sealed class ForeignLanguageDetectorTests
{
    [Theory]
    [InlineData("¿Qué dice el artículo sobre la policía?")]
    [InlineData("Pourquoi les gouvernements ont-ils écrit cette lettre ?")]
    [InlineData("Was steht in dem Brief über die Verschlüsselung?")]
    [InlineData("Quem assinou a carta?")]
    [InlineData("Wie heeft de brief ondertekend en waarom?")]
    [InlineData("Kto podpisał list i dlaczego?")]
    [InlineData("kim imzaladı bu mektubu ve neden")]
    [InlineData("من وقع الرسالة؟")]
    [InlineData("מי חתם על המכתב?")]
    [InlineData("누가 편지에 서명했나요?")]
    [InlineData("谁签署了这封信？")]
    public void IsForeign_OtherLanguage_IsTrue(string message) =>
        Assert.True(ForeignLanguageDetector.IsForeign(message));

    [Theory]
    [InlineData("")]
    [InlineData("Who signed the letter?")]
    [InlineData("what is the de facto rule")]
    [InlineData("who is El Chapo")]
    [InlineData("does Le Monde report on it")]
    [InlineData("Is Desirée García an author?")]
    [InlineData("Who is Müller?")]
    [InlineData("why die in the war")]
    [InlineData("letter signers")]
    [InlineData("https://example.com/de/la/que")]
    [InlineData("<:que:123456789012345678> <@1234> www.example.com")]
    [InlineData("𝐰𝐡𝐨 𝐬𝐢𝐠𝐧𝐞𝐝 𝐭𝐡𝐞 𝐥𝐞𝐭𝐭𝐞𝐫")]
    [InlineData("ｗｈｏ ｓｉｇｎｅｄ ｉｔ")]
    public void IsForeign_English_IsFalse(string message) => Assert.False(ForeignLanguageDetector.IsForeign(message));
}
