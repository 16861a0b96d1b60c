namespace PolicyBot.FakeDiscord.World;

/// <summary>Messages of a busy guild: between many users, without their texts.</summary>
internal static class MessageTraffic
{
    private const int People = 200;

    public static IEnumerable<byte[]> Create(DiscordWorld world, DiscordChannel channel, int count)
    {
        var people = Enumerable.Range(0, People)
            .Select(n => world.AddUser($"member{n}", isBot: false, DiscordUser.MemberPermissions))
            .ToArray();
        var samples = Enumerable.Range(0, People * 5).Select(n => Sample(world, channel, people, n)).ToArray();
        for (var i = 0; i < count; i++) yield return samples[i % samples.Length];
    }

    private static byte[] Sample(DiscordWorld world, DiscordChannel channel, DiscordUser[] people, int n)
    {
        var message = new StoredMessage
        {
            Id = world.Ids.Next(),
            Channel = channel,
            Author = people[n % people.Length],
            Body = new MessageBody { Content = "hello" },
            Type = MessageType.Plain,
            Mentions = n % 3 == 0
                ? new MessageMentions([people[n * 7 % people.Length]], [], false)
                : MessageMentions.None,
        };
        return MessageWriter.ToBytes(message, new MessageView(IsEvent: true, IncludesContent: false));
    }
}
