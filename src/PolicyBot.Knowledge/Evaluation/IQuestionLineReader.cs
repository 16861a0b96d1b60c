namespace PolicyBot.Knowledge.Evaluation;

/// <summary>Reads the lines of one format of evaluation files.</summary>
internal interface IQuestionLineReader
{
    /// <summary>Whether a line has no question: an empty line or a comment.</summary>
    bool IsSkipped(string line);

    /// <summary>Reads a line that has a question.</summary>
    /// <param name="line">The line, without its line end.</param>
    /// <param name="report">Receives each error: the entry or key, or null; the problem; the fix.</param>
    /// <returns>The question, or null after an error.</returns>
    EvaluationQuestion? Read(string line, Action<string?, string, string> report);
}
