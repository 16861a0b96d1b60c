using Microsoft.Extensions.Logging;

namespace PolicyBot.Hosting;

internal static partial class ServingLog
{
    [LoggerMessage(5001, LogLevel.Information, "Answering questions about “{Title}”; the article answers {Count}.")]
    public static partial void Serving(ILogger logger, string title, int count);

    [LoggerMessage(5002, LogLevel.Error, "The article {Name}, which a server wants, has a fault: {Fault}")]
    public static partial void Faulty(ILogger logger, string name, string fault);

    [LoggerMessage(5003, LogLevel.Error, "Failed to load the article {Name}, which a server has chosen. Its questions are not answered.")]
    public static partial void NotLoaded(ILogger logger, string name, Exception exception);

    [LoggerMessage(5004, LogLevel.Error, "The article {Name}, which a server has chosen, is missing from config/articles. Its questions are not answered.")]
    public static partial void Missing(ILogger logger, string name);

    [LoggerMessage(5005, LogLevel.Warning, "Article {Name}: {Problem}")]
    public static partial void Vectors(ILogger logger, string name, string problem);
}
