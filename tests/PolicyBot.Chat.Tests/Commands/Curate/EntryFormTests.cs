using PolicyBot.Chat.Commands.Curate;
using PolicyBot.Chat.Messages;

namespace PolicyBot.Chat.Tests.Commands.Curate;

public sealed class EntryFormTests
{
    [Theory]
    [InlineData(298, "😀", 300)]
    [InlineData(299, "😀", 299)]
    [InlineData(300, "😀", 300)]
    [InlineData(100, "😀", 102)]
    public void QuestionField_ProposedText_IsCutBeforeAnEmojiThatDoesNotFit(int letters, string emoji, int length)
    {
        var text = new string('a', letters) + emoji;

        var field = Assert.IsType<FormField.Text>(
            new EntryForm(new Dictionary<string, string> { [EntryForm.QuestionOption] = text }).QuestionField);

        Assert.Equal(text[..length], field.Value);
    }
}
