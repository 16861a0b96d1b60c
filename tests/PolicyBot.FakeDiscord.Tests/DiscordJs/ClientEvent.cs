using System.Text.Json.Nodes;

namespace PolicyBot.FakeDiscord.Tests.DiscordJs;

/// <summary>An event, written by the client as a line.</summary>
internal sealed record ClientEvent(string Name, JsonObject Data)
{
    public string Text(string member) => Data[member]!.GetValue<string>();

    public int Number(string member) => Data[member]!.GetValue<int>();

    public bool IsDispatch(string type) => Name == "dispatch" && Text("type") == type;

    public override string ToString() => Data.ToJsonString();
}
