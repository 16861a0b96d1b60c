using PolicyBot.Discord;
using PolicyBot.Settings;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Settings;

/// <summary>Which shards a process runs, with PostgreSQL.</summary>
public sealed class ShardIdsTests
{
    [Theory]
    [InlineData("0-7", 16, null, "any", "0-7")]
    [InlineData("0,2, 5-7", 16, null, "any", "0,2, 5-7")]
    [InlineData("15", 16, null, "any", "15")]
    [InlineData(" ", 16, null, "any", null)]
    [InlineData("ordinal", 16, 4, "policybot-0", "0-3")]
    [InlineData("Ordinal", 16, 4, "my-bot-3", "12-15")]
    [InlineData("ordinal", 10, 4, "policybot-2", "8-9")]
    public void Read_Valid_GivesTheIds(string text, int shards, int? perProcess, string name, string? ids)
    {
        var options = Create(text, shards, perProcess);

        Assert.Null(ShardIdsReader.Read(options, name));
        Assert.Equal(ids, options.Discord.ShardIds);
    }

    [Theory]
    [InlineData(
        "a", null, "any", "Discord:ShardIds can't be “a”; write ids or ranges as in 0-7 or 0,2,5-7, or ordinal")]
    [InlineData("0-", null, "any", "Discord:ShardIds can't be “0-”; write")]
    [InlineData("7-0", null, "any", "Discord:ShardIds can't be “7-0”; write")]
    [InlineData("0,,1", null, "any", "Discord:ShardIds can't be “0,,1”; write")]
    [InlineData("-1", null, "any", "Discord:ShardIds can't be “-1”; write")]
    [InlineData("0-99999999", null, "any", "Discord:ShardIds can't be “0-99999999”; write")]
    [InlineData(
        "12-16", null, "any", "Discord:ShardIds has 16, but with Discord:Shards = 16, the ids are 0 to 15; correct")]
    [InlineData("0-3,2-5", null, "any", "Discord:ShardIds has 2 twice; correct its ranges")]
    [InlineData("0-3", 4, "any", "Discord:ShardsPerProcess works only with Discord:ShardIds = ordinal; remove it")]
    [InlineData("ordinal", null, "policybot-1", "Discord:ShardIds = ordinal needs Discord:ShardsPerProcess")]
    [InlineData(
        "ordinal", 4, "web",
        "Discord:ShardIds is ordinal, but the name “web” doesn't end with a number as policybot-3 does")]
    [InlineData("ordinal", 4, "policybot-7f9c", "the name “policybot-7f9c” doesn't end with a number")]
    [InlineData(
        "ordinal", 4, "policybot-4",
        "policybot-4 has no shards, because 16 shards with 4 per process need only 4 processes; start 4, or change")]
    public void Read_Invalid_SaysWhyAndTheFix(string text, int? perProcess, string name, string problem) =>
        Assert.Contains(
            problem, ShardIdsReader.Read(Create(text, shards: 16, perProcess), name), StringComparison.Ordinal);

    private static BotOptions Create(string text, int shards, int? perProcess) => new()
    {
        Discord = new DiscordOptions
        {
            Connection = ConnectionKind.BuiltIn,
            Shards = shards,
            ShardIds = text,
            ShardsPerProcess = perProcess,
        },
        Storage = new StorageOptions { Provider = StorageProvider.PostgreSql },
    };
}
