using System.Text.Json.Nodes;
using PolicyBot.IntegrationTests.Support;
using PolicyBot.TestUtilities;

namespace PolicyBot.IntegrationTests.Approval;

/// <summary>All replies of the bot, compared with the approved payloads as Discord receives them.</summary>
public abstract class ApprovedReplyTests
{
    public sealed class OverBuiltIn : ApprovedReplyTests;

#if DISCORDNET
    [OnDiscordNet]
    public sealed class OverDiscordNet : ApprovedReplyTests;
#endif

    private const string Folder = "Approved";

    private static readonly byte[] PngSignature = [
        0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'
    ];

    public static TheoryData<string> Names => [.. Replies.All.Keys];

    public static TheoryData<string> NamesOfKept => [.. Replies.OfKept.Keys];

    public static TheoryData<string> NamesOfCuration => [.. CurationReplies.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Reply_OfEachKind_IsApproved(string name)
    {
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { IsLimited = true });
        AssertApproved(name, await Replies.All[name](new Member(bot)));
    }

    [Theory]
    [MemberData(nameof(NamesOfKept))]
    public async Task Reply_AboutSavedData_IsApproved(string name)
    {
        using var data = new DataFolder();
        await using var bot = await RunningBot.StartAsync(new RunningBot.Setup { Data = data });
        AssertApproved(name, await Replies.OfKept[name](new Member(bot)));
    }

    [Theory]
    [MemberData(nameof(NamesOfCuration))]
    public async Task Reply_AboutChanges_IsApproved(string name)
    {
        await using var deployment = await CurationReplies.CreateAsync();
        await using var bot = await deployment.StartAsync();
        AssertApproved(name, await CurationReplies.All[name](new Member(bot)));
    }

    private static void AssertApproved(string name, JsonNode payload)
    {
        var file = $"{Folder}/{name}.json";
        // Discord.Net also sends Discord's defaults.
        if (OnDiscordNetAttribute.IsOnCurrentTest) payload = Payload.AsFarAs(Approved.Read(file), payload)!;
        Approved.Equal(file, Payload.Write(payload));
    }

    [Fact]
    public async Task Card_OfAQuote_IncludesItsPicture()
    {
        await using var bot = await RunningBot.StartAsync();
        var member = new Member(bot);

        await Replies.All["quote-card"](member);

        var file = Assert.Single(member.Shown.Stored.Body.Attachments);
        Assert.Equal("image/png", file.ContentType);
        Assert.True(file.Content.AsSpan().StartsWith(PngSignature));
        Assert.True(file.Content.Length > PngSignature.Length);
    }

    [Fact]
    public void Files_Approved_AreAllUsed() =>
        Assert.Empty(
            Approved.Files(Folder).Except(
                Replies.All.Keys.Concat(Replies.OfKept.Keys).Concat(CurationReplies.All.Keys)
                    .Select(n => n + ".json")));
}
