using System.Text;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Tests;

public sealed class EventReaderTests
{
    private const string Person = """{"id":"5","username":"ann"}""";

    [Theory]
    [InlineData(
        """{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"5"},"content":"","type":0,"mentions":[]}""",
        false)]
    [InlineData(
        """{"id":"1","channel_id":"2","guild_id":"3","author":{"id":"5"},"content":"<@99>","type":0"""
            + ""","mentions":[{"id":"99"}]}""",
        true)]
    [InlineData(
        """{"id":"1","channel_id":"2","author":{"id":"5"},"content":"say \"guild_id\"","type":0,"mentions":[]}""",
        true)]
    [InlineData(
        """{"id":"1","channel_id":"2","guild_id":null,"author":{"id":"5"},"content":"","type":0,"mentions":[]}""",
        true)]
    [InlineData(
        """{"id":"1","channel_id":"2","guild_id" : null,"author":{"id":"5"},"content":"","type":0,"mentions":[]}""",
        true)]
    [InlineData(
        """{"message_reference":{"guild_id":null,"message_id":"6"}"""
            + ""","id":"1","channel_id":"2","author":{"id":"5"},"content":"","type":0,"mentions":[],"guild_id":"3"}""",
        false)]
    [InlineData(
        """{"id":"1","channel_id":"2","author":{"id":"5"},"content":"","type":0,"mentions":[]"""
            + ""","message_reference":{"guild_id":"3","message_id":"6","type":1}}""",
        true)]
    [InlineData(
        """{"message_reference":{"type":1,"message_id":"6","guild_id":"3"}"""
            + ""","id":"1","channel_id":"2","author":{"id":"5"},"content":"","type":0,"mentions":[]}""",
        true)]
    [InlineData(
        """{"message_reference":{"type":1,"message_id":"6","guild_id":"3"}"""
            + ""","id":"1","channel_id":"2","author":{"id":"5"},"content":"","type":0,"mentions":[],"guild_id":"3"}""",
        false)]
    [InlineData(
        """{"id":"1","channel_id":"2","author":{"id":"5"},"type":0,"mentions":[]"""
            + ""","content":"\"message_reference\":{","guild_id":"3"}""",
        false)]
    [InlineData(
        """{"id":"1","channel_id":"2","author":{"id":"99"},"content":"my own","type":0,"mentions":[]}""", false)]
    public void ReadMessage_NotForTheBot_IsNull(string json, bool isRead) =>
        Assert.Equal(isRead, EventReader.ReadMessage(Encoding.UTF8.GetBytes(json), "99"u8) is not null);

    [Theory]
    [InlineData(0, "", true)]
    [InlineData(19, "", true)]
    [InlineData(7, "", false)]
    [InlineData(0, ""","webhook_id":"8" """, false)]
    public void ReadMessage_Author_IsPersonOrNot(int type, string more, bool isFromPerson)
    {
        var json =
            $$"""{"id":"1","channel_id":"2","author":{{Person}},"content":"x","type":{{type}},"mentions":[]{{more}}}""";

        Assert.Equal(isFromPerson, EventReader.ReadMessage(Encoding.UTF8.GetBytes(json), "99"u8)!.IsFromPerson);
    }

    [Theory]
    [InlineData(""","guild_id":"7" """, 7UL)]
    [InlineData("", null)]
    [InlineData(""","guild_id":null""", null)]
    public void ReadMessage_GuildOrDirect_HasItsGuild(string more, ulong? guild)
    {
        var json =
            $$"""{"id":"1","channel_id":"2","author":{{Person}},"content":"<@99>","type":0"""
                + $$""","mentions":[{"id":"99"}]{{more}}}""";

        Assert.Equal(guild, EventReader.ReadMessage(Encoding.UTF8.GetBytes(json), "99"u8)!.GuildId);
    }
}
