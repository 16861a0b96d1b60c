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

/// <summary>Discord's channels, as far as daily posts need them.</summary>
internal sealed partial class DailyChannels(
    IDiscordConnection connection, BotIdentityProvider identityProvider, ILogger<DailyChannels> logger)
    : IDailyChannels
{
    private const int PageSize = 100;

    private static readonly Duration RetryPostAfter = Duration.FromSeconds(30);
    private static readonly Duration RetryFindAfter = Duration.FromMinutes(1);

    // How far Discord's clock may be from the bot's.
    private static readonly Duration ClockDifference = Duration.FromMinutes(5);

    public async Task<IReadOnlyList<string>?> GetMissingPermissionsAsync(
        string server, string channel, CancellationToken cancellationToken)
    {
        var bot = await identityProvider.Identity.WaitAsync(cancellationToken);
        try
        {
            var permissions = await connection.GetPermissionsAsync(
                Snowflake.Parse(server), Snowflake.Parse(channel), bot.UserId, cancellationToken);
            return RequiredPermissions.GetMissing(permissions);
        }
        catch (RequestRefusedException e) when (IsFromDiscord(e)
            && (e.Status == HttpStatusCode.NotFound || e.Code == RequestRefusedException.MissingAccess))
        {
            return [RequiredPermissions.ViewChannel];
        }
        catch (DiscordException e)
        {
            Log.PermissionsUnknown(logger, channel, e.Message);
            return null;
        }
    }

    public async Task<SendPostResult> PostAsync(
        string server, string channel, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            var message = await connection.SendMessageAsync(
                Snowflake.Parse(channel), RenderOne(reply), nonce, replyTo: null, cancellationToken);
            return new SendPostResult.Posted(Snowflake.Format(message));
        }
        catch (RequestRefusedException e) when (IsFromDiscord(e))
        {
            var reason = await ExplainAsync(e, server, channel, cancellationToken);
            return new SendPostResult.Failed(new ChannelFailure(reason, RetryAfter: null));
        }
        catch (DiscordException e)
        {
            var delay = e is RateLimitedException limited ? Duration.FromTimeSpan(limited.RetryAfter) : RetryPostAfter;
            return new SendPostResult.Failed(new ChannelFailure(Explain(e, channel), delay));
        }
    }

    public async Task<FindPostResult> FindAsync(
        string server,
        string channel,
        string mark,
        Instant earliest,
        Instant latest,
        CancellationToken cancellationToken)
    {
        var bot = await identityProvider.Identity.WaitAsync(cancellationToken);
        var after = Snowflake.FromTime((earliest - ClockDifference).ToDateTimeOffset());
        var last = Snowflake.FromTime((latest + ClockDifference).ToDateTimeOffset());
        try
        {
            while (true)
            {
                var page = await connection.GetMessagesAsync(Snowflake.Parse(channel), after, cancellationToken);
                if (page.FirstOrDefault(m => m.Id <= last && m.AuthorId == bot.UserId && HasMark(m, mark)) is { } post)
                    return new FindPostResult.Found(Snowflake.Format(post.Id));
                if (page.Count == 0) return await ExplainEmptyChannelAsync(server, channel, cancellationToken);
                if (page.Count < PageSize || page[^1].Id > last) return new FindPostResult.NotFound();
                after = page[^1].Id;
            }
        }
        catch (RequestRefusedException e) when (IsFromDiscord(e))
        {
            var reason = e.Code switch
            {
                RequestRefusedException.UnknownChannel => DailyChannelTexts.ChannelDeleted,
                RequestRefusedException.MissingAccess or RequestRefusedException.MissingPermissions =>
                    DailyChannelTexts.MissingPermissions([RequiredPermissions.ReadMessageHistory]),
                _ => DailyChannelTexts.Refused(e),
            };
            return new FindPostResult.Failed(new ChannelFailure(reason, RetryAfter: null));
        }
        catch (DiscordException e)
        {
            return new FindPostResult.Failed(new ChannelFailure(Explain(e, channel), RetryFindAfter));
        }
    }

    public async Task<bool> NotifyAsync(
        string server, string user, Reply reply, string nonce, CancellationToken cancellationToken)
    {
        var message = RenderOne(reply);
        try
        {
            return await NotifyUserAsync(server, user, message, nonce, cancellationToken)
                || await NotifyGuildAsync(server, message, nonce, cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.NotNotified(logger, server, e.Message);
            return false;
        }
    }

    private static OutgoingMessage RenderOne(Reply reply) => ReplyRenderer.Render(reply) is [var message]
        ? message
        : throw new InvalidOperationException("A daily post must fit into one message.");

    private static bool HasMark(ChannelMessage message, string mark) => message.ComponentIds
        .Any(id => CustomIdCodec.Decode(id, conversationId: "").GetOption(DailyPostReply.DayOption) == mark);

    // Without a code, the token is invalid or a proxy responded. That can change, so the post isn't skipped.
    private static bool IsFromDiscord(RequestRefusedException refusal) => refusal.Code != 0;

    // The operator finds the details in the log.
    private string Explain(DiscordException exception, string channel)
    {
        Log.ResultUnknown(logger, channel, exception.Message);
        return exception switch
        {
            RateLimitedException => DailyChannelTexts.RateLimited,
            RequestRefusedException refusal => DailyChannelTexts.ProxyFailed(refusal),
            _ => DailyChannelTexts.Unavailable,
        };
    }

    private async Task<string> ExplainAsync(
        RequestRefusedException refusal, string server, string channel, CancellationToken cancellationToken)
    {
        if (refusal.Code == RequestRefusedException.UnknownChannel) return DailyChannelTexts.ChannelDeleted;
        if (refusal.Status != HttpStatusCode.Forbidden) return DailyChannelTexts.Refused(refusal);
        return await GetMissingPermissionsAsync(server, channel, cancellationToken) is { Count: > 0 } missing
            ? DailyChannelTexts.MissingPermissions(missing)
            : DailyChannelTexts.Refused(refusal);
    }

    // If the bot can't read its history, a channel looks empty.
    private async Task<FindPostResult> ExplainEmptyChannelAsync(
        string server, string channel, CancellationToken cancellationToken)
    {
        string[] needed = [RequiredPermissions.ViewChannel, RequiredPermissions.ReadMessageHistory];
        return await GetMissingPermissionsAsync(server, channel, cancellationToken) switch
        {
            null => new FindPostResult.Failed(
                new ChannelFailure(DailyChannelTexts.PermissionsUnknown, RetryFindAfter)),
            var missing when missing.Intersect(needed).Any() => new FindPostResult.Failed(
                new ChannelFailure(DailyChannelTexts.MissingPermissions(missing), RetryAfter: null)),
            _ => new FindPostResult.NotFound(),
        };
    }

    private async Task<bool> NotifyUserAsync(
        string server, string user, OutgoingMessage message, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await connection.OpenDirectMessageChannelAsync(Snowflake.Parse(user), cancellationToken);
            await connection.SendMessageAsync(channel, message, nonce, replyTo: null, cancellationToken);
            return true;
        }
        catch (DiscordException e)
        {
            Log.NotDelivered(logger, server, "direct messages", e.Message);
            return false;
        }
    }

    private async Task<bool> NotifyGuildAsync(
        string server, OutgoingMessage message, string nonce, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await connection.GetSystemChannelAsync(Snowflake.Parse(server), cancellationToken);
            if (channel is not { } id) return false;
            await connection.SendMessageAsync(id, message, nonce, replyTo: null, cancellationToken);
            return true;
        }
        catch (RequestRefusedException e)
        {
            Log.NotDelivered(logger, server, "its system channel", e.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            7001,
            LogLevel.Information,
            "Failed to deliver a notice about the daily posts of server {Server} to {Place}: {Reason}.")]
        public static partial void NotDelivered(ILogger logger, string server, string place, string reason);

        [LoggerMessage(
            7002, LogLevel.Warning, "Failed to notify anyone about the daily posts of server {Server}: {Reason}.")]
        public static partial void NotNotified(ILogger logger, string server, string reason);

        [LoggerMessage(
            7003,
            LogLevel.Debug,
            "A request for the daily post in channel {Channel} failed, so its result is unknown: {Reason}.")]
        public static partial void ResultUnknown(ILogger logger, string channel, string reason);

        [LoggerMessage(
            7004, LogLevel.Warning, "Failed to read the bot's permissions in channel {Channel}: {Reason}.")]
        public static partial void PermissionsUnknown(ILogger logger, string channel, string reason);
    }
}
