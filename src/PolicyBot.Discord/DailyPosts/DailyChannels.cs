using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using NodaTime;
using PolicyBot.Chat.DailyPosts;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;
using PolicyBot.Discord.Handlers;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.DailyPosts;

/// <summary>Discord’s channels, as far as daily posts need them.</summary>
internal sealed class DailyChannels(IDiscordConnection connection, BotIdentityProvider identification, ILogger<DailyChannels> logger) : IDailyChannels
{
    private const string Gone = "The channel is gone.";
    private const int PageSize = 100;

    private static readonly Duration RetryAfter = Duration.FromSeconds(30);

    // Discord’s clock is not the bot’s.
    private static readonly Duration ClockDifference = Duration.FromMinutes(5);

    public async Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(string community, string channel, CancellationToken cancellationToken)
    {
        var bot = (await identification.Identity.WaitAsync(cancellationToken)).UserId;
        try
        {
            return RequiredPermissions.MissingIn(await connection.GetPermissionsAsync(Id(community), Id(channel), bot, cancellationToken));
        }
        catch (RequestRefusedException e) when (IsDiscordsOwn(e) && (e.Status == HttpStatusCode.NotFound || e.Code == RequestRefusedException.MissingAccess))
        {
            return [RequiredPermissions.View];
        }
        catch (DiscordException)
        {
            return null;
        }
    }

    public async Task<SendPostResult> PostAsync(string community, string channel, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            var message = await connection.SendMessageAsync(Id(channel), MessageOf(reply), nonce, replyTo: null, cancellationToken);
            return new SendPostResult.Posted(Text(message));
        }
        catch (RequestRefusedException e) when (IsDiscordsOwn(e))
        {
            return new SendPostResult.Refused(await ReasonAsync(e, community, channel, cancellationToken));
        }
        catch (RateLimitedException e)
        {
            return new SendPostResult.Unknown(Duration.FromTimeSpan(e.RetryAfter), Reason(e, channel));
        }
        catch (DiscordException e)
        {
            return new SendPostResult.Unknown(RetryAfter, Reason(e, channel));
        }
    }

    public async Task<FindPostResult> FindAsync(string community, string channel, string mark, Instant earliest, Instant latest, CancellationToken cancellationToken)
    {
        var bot = (await identification.Identity.WaitAsync(cancellationToken)).UserId;
        var (after, end) = (Snowflake.FromTime((earliest - ClockDifference).ToDateTimeOffset()), Snowflake.FromTime((latest + ClockDifference).ToDateTimeOffset()));
        try
        {
            while (true)
            {
                var page = await connection.GetMessagesAsync(Id(channel), after, cancellationToken);
                if (page.FirstOrDefault(m => m.Id <= end && m.AuthorId == bot && Bears(m, mark)) is { } post) return new FindPostResult.Found(Text(post.Id));
                if (page.Count == 0) return await NothingSeenAsync(community, channel, cancellationToken);
                if (page.Count < PageSize || page[^1].Id > end) return new FindPostResult.NotFound();
                after = page[^1].Id;
            }
        }
        catch (RequestRefusedException e) when (IsDiscordsOwn(e))
        {
            return new FindPostResult.Refused(e.Code switch
            {
                RequestRefusedException.UnknownChannel => Gone,
                RequestRefusedException.MissingAccess or RequestRefusedException.MissingPermissions => RequiredPermissions.Words([RequiredPermissions.History]),
                _ => WordsOf(e),
            });
        }
        catch (DiscordException e)
        {
            return new FindPostResult.Unknown(Reason(e, channel));
        }
    }

    public async Task<bool> NotifyAsync(string community, string user, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        var message = MessageOf(reply);
        try
        {
            return await TellUserAsync(community, user, message, nonce, cancellationToken)
                || await TellGuildAsync(community, message, nonce, cancellationToken);
        }
        catch (DiscordException e)
        {
            DailyLog.NotTold(logger, community, e.Message);
            return false;
        }
    }

    private static OutgoingMessage MessageOf(Reply reply) =>
        ReplyRenderer.Render(reply) is [var message] ? message : throw new InvalidOperationException("What is posted daily does not fit into one message.");

    private static bool Bears(ChannelMessage message, string mark) =>
        message.ComponentIds.Any(id => CustomIdCodec.Decode(id, place: "").GetOption(DailyPostReply.DayOption) == mark);

    // What comes without a code is a refused token, or another server’s word: a post is not given up for that.
    private static bool IsDiscordsOwn(RequestRefusedException refusal) => refusal.Code != 0;

    private static string WordsOf(RequestRefusedException refusal) => $"Discord says “{refusal.Reason}”.";

    private static ulong Id(string id) => ulong.Parse(id, CultureInfo.InvariantCulture);

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    // The details are for whoever runs the bot.
    private string Reason(DiscordException fault, string channel)
    {
        DailyLog.NotThrough(logger, channel, fault.Message);
        return fault switch
        {
            RateLimitedException => "Discord asked me to wait",
            RequestRefusedException refusal => $"What stands between Discord and me answered “{(int)refusal.Status} {refusal.Reason}”",
            _ => "Discord could not be reached, or failed",
        };
    }

    private async Task<string> ReasonAsync(RequestRefusedException refusal, string community, string channel, CancellationToken cancellationToken)
    {
        if (refusal.Code == RequestRefusedException.UnknownChannel) return Gone;
        var isRights = refusal.Status == HttpStatusCode.Forbidden;
        return isRights && await GetMissingPermissionsAsync(community, channel, cancellationToken) is { Count: > 0 } missing
            ? RequiredPermissions.Words(missing)
            : WordsOf(refusal);
    }

    // To a bot that may not read its history, Discord shows a channel as an empty one.
    private async Task<FindPostResult> NothingSeenAsync(string community, string channel, CancellationToken cancellationToken) =>
        await GetMissingPermissionsAsync(community, channel, cancellationToken) switch
        {
            null => new FindPostResult.Unknown("Discord did not say what I may do in the channel"),
            var missing when missing.Contains(RequiredPermissions.View) || missing.Contains(RequiredPermissions.History) => new FindPostResult.Refused(RequiredPermissions.Words(missing)),
            _ => new FindPostResult.NotFound(),
        };

    private async Task<bool> TellUserAsync(string community, string user, OutgoingMessage message, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await connection.OpenDirectMessageChannelAsync(Id(user), cancellationToken);
            await connection.SendMessageAsync(channel, message, nonce, replyTo: null, cancellationToken);
            return true;
        }
        catch (DiscordException e)
        {
            DailyLog.NotTaken(logger, community, "direct messages", e.Message);
            return false;
        }
    }

    private async Task<bool> TellGuildAsync(string community, OutgoingMessage message, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            if (await connection.GetSystemChannelAsync(Id(community), cancellationToken) is not { } channel) return false;
            await connection.SendMessageAsync(channel, message, nonce, replyTo: null, cancellationToken);
            return true;
        }
        catch (RequestRefusedException e)
        {
            DailyLog.NotTaken(logger, community, "its system channel", e.Message);
            return false;
        }
    }
}
