namespace PolicyBot.FakeDiscord.Interactions;

/// <summary>Discord's interaction types.</summary>
internal static class InteractionType
{
    public const int Command = 2;
    public const int Component = 3;
    public const int Autocomplete = 4;
    public const int ModalSubmit = 5;
}
