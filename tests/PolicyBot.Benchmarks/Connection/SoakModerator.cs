using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyBot.FakeDiscord;

namespace PolicyBot.Benchmarks.Connection;

/// <summary>What a moderator does: sets up daily posts, looks at the article, and reads the counts.</summary>
/// <param name="server">The fake Discord.</param>
/// <param name="members">Uses commands.</param>
/// <param name="articles">The articles.</param>
internal sealed partial class SoakModerator(FakeDiscordServer server, SoakMembers members, SoakArticles articles)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    // Numbers in escapes would look like counts.
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DiscordUser _moderator = server.AddUser("moderator", permissions: PermissionBits.Administrator);
    private readonly Lock _sync = new();

    // The ids of all posts that were seen: the fake Discord forgets old messages.
    private readonly List<(DiscordChannel Channel, HashSet<ulong> Posts)> _news = [];

    /// <summary>How many channels have a daily post.</summary>
    public int Channels => _news.Count;

    /// <summary>How many of them got exactly one post, as far as <see cref="LookAtPosts"/> has seen.</summary>
    public int PostedOnce => _news.Count(n => n.Posts.Count == 1);

    /// <summary>How often the article was written again.</summary>
    public int Rewrites { get; private set; }

    /// <summary>How often the bot served it within a minute.</summary>
    public int Swaps { get; private set; }

    /// <summary>Counts the posts in all channels. Call it more often than the fake Discord forgets messages.</summary>
    public void LookAtPosts()
    {
        lock (_sync)
        {
            foreach (var (channel, posts) in _news) posts.UnionWith(server.GetMessages(channel).Select(m => m.Id));
        }
    }

    /// <summary>Sets up a daily post in a new channel and has it sent now; tries again if that fails.</summary>
    public async Task PostAsync(int number)
    {
        var channel = server.AddChannel($"news-{number}");
        lock (_sync) _news.Add((channel, []));
        // It isn't due by itself before the end.
        var time = TimeProvider.System.GetUtcNow().AddHours(-1).ToString("HH:mm", CultureInfo.InvariantCulture);
        var schedule = new Dictionary<string, object>
        {
            ["channel"] = channel,
            ["time"] = time,
            ["timezone"] = "UTC",
        };
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            await UseAsync("daily set", schedule);
            await UseAsync("daily post-now", new Dictionary<string, object> { ["channel"] = channel });
            if (server.GetMessages(channel).Count > 0) return;
            await Task.Delay(TryAgain, TimeProvider.System);
        }
    }

    /// <summary>Writes the article again and waits until the bot serves it.</summary>
    public async Task SwapAsync(int number)
    {
        var mark = articles.Rewrite(number);
        Rewrites++;
        var start = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(start) < Patience)
        {
            var shown = await UseAsync("article", new Dictionary<string, object> { ["private"] = true });
            if (shown?.Json.ToJsonString().Contains(mark, StringComparison.Ordinal) == true)
            {
                Swaps++;
                return;
            }

            await Task.Delay(TryAgain, TimeProvider.System);
        }
    }

    /// <summary>Reads with <c>/stats</c> how many questions were asked, and how many answers were chosen.</summary>
    public async Task<(int Asked, int Chosen)> ReadStatsAsync()
    {
        var json = (await UseAsync("stats", []))?.Json.ToJsonString(Readable) ?? "";
        return (Read(Asked(), json), Read(Chosen(), json));
    }

    private Task<SentMessage?> UseAsync(string command, Dictionary<string, object> options) =>
        members.UseAsync(SoakUse.Other, () => server.UseCommand(command, options, user: _moderator));

    private static int Read(Regex regex, string text) =>
        regex.Match(text) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(@"Asked(?! here)\D+(\d+)")]
    private static partial Regex Asked();

    [GeneratedRegex(@"(\d+) answers? (?:was|were) chosen")]
    private static partial Regex Chosen();
}
