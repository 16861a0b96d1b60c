using System.Text;
using System.Text.Json;
using PolicyBot.Discord.Client.Gateway;
using PolicyBot.Discord.Client.Gateway.Events;

namespace PolicyBot.Discord.Client.Tests;

public sealed class GatewayPayloadTests
{
    [Theory]
    [InlineData("""{"t":"MESSAGE_CREATE","s":7,"op":0,"d":{"id":"1"}}""", 0, 7, "MessageCreate", """{"id":"1"}""")]
    [InlineData(
        """{"d":{"op":5,"s":1,"t":"READY"},"op":0,"s":7,"t":"INTERACTION_CREATE"}""", 0, 7, "InteractionCreate",
        """{"op":5,"s":1,"t":"READY"}""")]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":41250}}""", 10, null, "None", """{"heartbeat_interval":41250}""")]
    [InlineData("""{"t":null,"s":null,"op":11,"d":null}""", 11, null, "None", "null")]
    [InlineData("""{"op":9,"d":true,"t":null,"s":null}""", 9, null, "None", "true")]
    [InlineData("""{"new":[{"op":1}],"op":0,"s":2,"t":"TYPING_START","d":1}""", 0, 2, "Other", "1")]
    public void Parse_PropertiesInAnyOrder_FindsAll(string json, int op, int? sequence, string kind, string data)
    {
        var frame = GatewayPayload.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(
            ((GatewayOpcode)op, sequence, Enum.Parse<GatewayEventType>(kind)),
            (frame.Opcode, frame.Sequence, frame.Event));
        Assert.StartsWith(data, Encoding.UTF8.GetString(frame.Data.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":""")]
    [InlineData("\u0000\u0001")]
    public void Parse_InvalidPayload_Throws(string json) =>
        Assert.ThrowsAny<JsonException>(() => GatewayPayload.Parse(Encoding.UTF8.GetBytes(json)));
}
