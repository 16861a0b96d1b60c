using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Commands;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Commands;

/// <summary>The answers to the questions of one message.</summary>
/// <param name="Answers">
/// The answers in the order of the questions: 1 to <see cref="QuestionSplitter.MaxQuestions"/>. Small talk is among
/// them only if the message is
/// nothing else, and then it is the one answer.
/// </param>
/// <param name="QuestionCount">
/// How many questions the message asks; more than there are answers if it asks too many.
/// </param>
public sealed record MessageAnswers(IReadOnlyList<Answer> Answers, int QuestionCount)
{
    /// <summary>Answers the questions of a message.</summary>
    /// <param name="article">The article that answers.</param>
    /// <param name="message">
    /// The message, of any length. One that is longer than a question may be is not split.
    /// </param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static async ValueTask<MessageAnswers> AskAsync(
        ServedArticle article, string message, CancellationToken cancellationToken)
    {
        var questions = message.Length > Answerer.MaxQuestionLength ? [message] : QuestionSplitter.Split(message);
        var answers = new List<Answer>(QuestionSplitter.MaxQuestions);
        Answer.SmallTalk? smallTalk = null;
        var count = questions.Count;
        foreach (var question in questions)
        {
            if (answers.Count == QuestionSplitter.MaxQuestions) break;
            var answer = await article.AskAsync(question, cancellationToken);
            if (answer is not Answer.SmallTalk talk)
            {
                answers.Add(answer);
                continue;
            }

            count--;
            if (smallTalk is null || talk.Kind > smallTalk.Kind) smallTalk = talk;
        }

        return answers.Count > 0 || smallTalk is null
            ? new(answers, count)
            : new([smallTalk with { Question = message }], 1);
    }
}
