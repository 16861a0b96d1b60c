using PolicyBot.Chat.Articles;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Knowledge.Conversation;

namespace PolicyBot.Chat.Commands;

/// <summary>The answers to the questions of one message.</summary>
/// <param name="Answers">
/// The answers in the order of the questions: 1 to <see cref="QuestionSplitter.MaxQuestions"/>. Small talk is answered
/// only if the message asks nothing, and is then the only answer.
/// </param>
/// <param name="QuestionCount">
/// How many questions the message asks; more than there are answers if it asks too many.
/// </param>
public sealed record MessageAnswers(IReadOnlyList<ArticleAnswer> Answers, int QuestionCount)
{
    /// <summary>Answers the questions of a message.</summary>
    /// <param name="articles">The articles that answer, at least one.</param>
    /// <param name="message">
    /// The message, of any length. A message longer than the longest question isn't split.
    /// </param>
    /// <param name="cancellationToken">The cancellation token.</param>
    public static async ValueTask<MessageAnswers> AskAsync(
        IReadOnlyList<ServedArticle> articles, string message, CancellationToken cancellationToken)
    {
        var questions = message.Length > Answerer.MaxQuestionLength ? [message] : QuestionSplitter.Split(message);
        var answers = new List<ArticleAnswer>(QuestionSplitter.MaxQuestions);
        ArticleAnswer? smallTalk = null;
        var count = questions.Count;
        foreach (var question in questions)
        {
            if (answers.Count == QuestionSplitter.MaxQuestions) break;
            var answer = await ArticleAnswer.AskAsync(articles, question, cancellationToken);
            if (answer.Answer is not Answer.SmallTalk talk)
            {
                answers.Add(answer);
                continue;
            }

            count--;
            if (smallTalk?.Answer is not Answer.SmallTalk former || talk.Kind > former.Kind) smallTalk = answer;
        }

        return answers.Count > 0 || smallTalk is null
            ? new(answers, count)
            : new([smallTalk with { Answer = smallTalk.Answer with { Question = message } }], 1);
    }
}
