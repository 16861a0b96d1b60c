using PolicyBot.Chat.Articles;
using PolicyBot.Chat.Servers;
using PolicyBot.Chat.Usage;

namespace PolicyBot.Chat.Commands.Curate;

/// <summary>What the commands of the group need.</summary>
/// <param name="Editor">Changes the sets.</param>
/// <param name="Articles">The articles.</param>
/// <param name="Settings">The servers' settings.</param>
/// <param name="Questions">The stored questions.</param>
/// <param name="Drafts">What was entered into forms.</param>
internal sealed record CurateServices(
    SetEditor Editor,
    IArticleCatalog Articles,
    ServerSettingsCache Settings,
    UnansweredQuestions Questions,
    FormDrafts Drafts);
