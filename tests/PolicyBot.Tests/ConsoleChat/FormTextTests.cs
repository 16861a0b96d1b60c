using PolicyBot.Chat.Messages;
using PolicyBot.ConsoleChat;

namespace PolicyBot.Tests.ConsoleChat;

public sealed class FormTextTests
{
    [Fact]
    public void ShowForm_AnyForm_ExplainsTheOptionsOfTheCommand()
    {
        var form = new Form("Edit a question", CommandRequest.Create("edit", "", ("entry", "letter-date")), [
            new FormField.Note("Use the article's words."),
            new FormField.Text("question", "Question", "As members ask it.", "When?", 200),
            new FormField.Text("answer", "Answer", IsRequired: false),
            new FormField.Menu("topics", "Topics", null, [new("Names", "n"), new("dates", "dates")], 0, 2),
        ]);
        using var output = new StringWriter();

        new PlainRenderer(output).Write(FormText.ShowForm(new Reply { Form = form }), isPickable: false);

        Assert.Equal(
            """
            Edit a question
            Use the article's words.
            Give these options with the command:
            - question: Question; As members ask it; required; at most 200 characters; now “When?”
            - answer: Answer; optional; at most 4000 characters
            - topics: Topics; optional; up to 2 of these: n (Names), dates
            /edit entry: letter-date question: … answer: … topics: …

            """,
            output.ToString());
    }

    [Fact]
    public void ShowForm_ReplyWithoutForm_ChangesNothing()
    {
        var reply = Reply.Private("Hello.");

        Assert.Same(reply, FormText.ShowForm(reply));
    }
}
