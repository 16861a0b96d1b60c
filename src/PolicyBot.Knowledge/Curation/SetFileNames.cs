namespace PolicyBot.Knowledge.Curation;

/// <summary>The names of the files in an article's folder.</summary>
public static class SetFileNames
{
    /// <summary>The article.</summary>
    public const string Article = "article.md";

    /// <summary>The curated set.</summary>
    public const string Knowledge = "knowledge.yaml";

    /// <summary>More phrasings of the set's questions.</summary>
    public const string Phrasings = "phrasings.txt";

    /// <summary>Questions whose right outcome is known.</summary>
    public const string Evaluation = "evaluation.tsv";
}
