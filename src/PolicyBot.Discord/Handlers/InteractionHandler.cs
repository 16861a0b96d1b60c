using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Components;
using PolicyBot.Discord.RateLimiting;
using PolicyBot.Discord.Rendering;
using PolicyBot.Discord.Telemetry;

namespace PolicyBot.Discord.Handlers;

/// <summary>Handles interactions: commands, buttons, menus, forms and autocomplete. Thread-safe.</summary>
/// <param name="commands">Runs the commands.</param>
/// <param name="access">Decides who may use moderator commands.</param>
/// <param name="limiter">Limits how much users can ask.</param>
/// <param name="identity">The bot's identity.</param>
/// <param name="metrics">Measures how long users wait.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
/// <param name="aborting">Cancels the work.</param>
internal sealed partial class InteractionHandler(
    CommandDispatcher commands,
    CommandAccess access,
    MessageRateLimiter limiter,
    Task<BotIdentity> identity,
    DiscordMetrics metrics,
    TimeProvider time,
    ILogger logger,
    CancellationToken aborting)
{
    private readonly DeferralQueue _deferrals = new(time);
    private readonly WorkQueue _answering = new();

    // Suggestions can't be deferred, so they don't wait with answers that can.
    private readonly WorkQueue _suggesting = new();

    /// <summary>Answers a command, a button, a menu or a submitted form, unless the user asks too much.</summary>
    public void Handle(Interaction interaction)
    {
        var request = CreateRequest(interaction);
        // Null if a button of an old message names a command that is gone.
        var definition = commands.FindDefinition(request);
        var target = ResponseTarget.Choose(interaction.Data, request, definition is { RequiresManageServer: true });
        var decision = CheckLimits(interaction, request, definition, target);
        if (decision is RateLimitDecision.Denied) return;
        var notice = HandlerTexts.TooManyQuestions(decision);
        if (interaction.Data is InteractionData.MessageCommand onMessage && GetText(onMessage).Length == 0)
            notice ??= HandlerTexts.MessageWithoutText;
        if (definition is null && interaction.Data is InteractionData.ModalSubmit)
            notice ??= HandlerTexts.UnreadableForm;
        // A notice doesn't replace the message whose button was used.
        if (notice is not null) target = new ResponseTarget(IsUpdate: false, IsPrivate: true);
        var responder = new DeferringResponder(interaction, target, _deferrals, time, aborting);
        responder.DeferInTime(_answering.WaitingCount);
        var command = definition?.Name ?? "unknown";
        _answering.Start(slot => AnswerAsync(interaction, command, request, responder, notice, slot));
    }

    /// <summary>Suggests values for an option that a user is typing.</summary>
    public void HandleAutocomplete(Interaction interaction, InteractionData.Autocomplete data) =>
        _suggesting.Start(_ => AutocompleteAsync(interaction, data));

    /// <summary>Completes when all work is finished.</summary>
    public Task DrainAsync() => Task.WhenAll(_answering.DrainAsync(), _suggesting.DrainAsync());

    private async Task AnswerAsync(
        Interaction interaction,
        string command,
        CommandRequest request,
        DeferringResponder responder,
        Reply? notice,
        WorkQueue.Slot slot)
    {
        using var measured = metrics.StartInteraction(command, interaction.ReceivedAt);
        try
        {
            if (!await responder.BeginAsync(slot.Release))
            {
                Log.NotAnswered(logger, request.Command, "it was too late for Discord");
                return;
            }

            var reply = notice is null ? await RunAsync(interaction, request) : RenderNotice(notice, interaction);
            await responder.AnswerAsync(reply);
            measured.MarkSent();
        }
        catch (DiscordException e)
        {
            Log.NotAnswered(logger, request.Command, e.Message);
        }
        catch (OperationCanceledException)
        {
            Log.NotAnswered(logger, request.Command, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one interaction.
            Log.Failed(logger, request.Command, e);
        }
        finally
        {
            await responder.DisposeAsync();
        }
    }

    // Also renders the reply, because painting its picture can fail.
    private async Task<RenderedReply> RunAsync(Interaction interaction, CommandRequest request)
    {
        foreach (var value in request.Options.Values) Log.Asked(logger, interaction.ChannelId, value);
        try
        {
            var reply = await commands.DispatchAsync(request, aborting);
            if (interaction.Data is InteractionData.ModalSubmit submit && HandlerTexts.LosesEntered(reply, request))
                reply = HandlerTexts.WithEntered(reply, submit.Fields);
            return new RenderedReply(
                ReplyRenderer.Render(FormRenderer.ToMessage(reply, request.IsFromForm)),
                reply.Form is { } form && !request.IsFromForm ? FormRenderer.CreateModal(form) : null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of one request: the user learns that it failed, but no details.
            Log.Failed(logger, request.Command, e);
            return RenderNotice(HandlerTexts.Failed, interaction);
        }
    }

    private static RenderedReply RenderNotice(Reply notice, Interaction interaction)
    {
        var reply = interaction.Data is InteractionData.ModalSubmit submit
            ? HandlerTexts.WithEntered(notice, submit.Fields)
            : notice;
        return new RenderedReply(ReplyRenderer.Render(reply), null);
    }

    private async Task AutocompleteAsync(Interaction interaction, InteractionData.Autocomplete data)
    {
        try
        {
            var conversation = ConversationIds.Create(interaction.ChannelId, interaction.UserId);
            var request = new CommandRequest(data.Name, data.Options, conversation)
            {
                Caller = CallerFactory.Create(interaction),
                Permissions = access.For(interaction),
                Channel = GetChannel(interaction),
            };
            var suggestions = await commands.AutocompleteAsync(
                data.FocusedOption, request, AutocompleteChoices.MaxCount, aborting);
            var choices = AutocompleteChoices.Create(suggestions);
            var timeout = DeferringResponder.Limit - time.GetElapsedTime(interaction.ReceivedAt);
            // A user who goes on typing has asked again by then.
            if (timeout > TimeSpan.Zero) await interaction.Responder.AutocompleteAsync(choices, timeout, aborting);
        }
        catch (DiscordException e)
        {
            Log.NotSuggested(logger, data.Name, e.Message);
        }
        catch (OperationCanceledException)
        {
            Log.NotSuggested(logger, data.Name, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one interaction.
            Log.Failed(logger, data.Name, e);
        }
    }

    // What only the user sees doesn't count toward the channel's limit.
    private RateLimitDecision CheckLimits(
        Interaction interaction, CommandRequest request, CommandDefinition? definition, ResponseTarget target)
    {
        // Discord shows these commands and their replies only to those who may use them.
        var isModerator = request.Caller is { CanManageServer: true }
            || interaction.Data is not InteractionData.Component { Recipient: MessageRecipient.OtherUser };
        if (isModerator && definition is { RequiresManageServer: true })
            return limiter.CheckModerator(interaction.UserId);
        var isPrivate = target.IsPrivate || (definition is not null && commands.IsPrivate(definition, request));
        return limiter.Check(
            interaction.UserId, isPrivate ? null : interaction.ChannelId, isNoticePublic: false);
    }

    private CommandRequest CreateRequest(Interaction interaction)
    {
        var conversation = ConversationIds.Create(interaction.ChannelId, interaction.UserId);
        var request = interaction.Data switch
        {
            InteractionData.Command command => new CommandRequest(command.Name, command.Options, conversation),
            InteractionData.MessageCommand command =>
                commands.CreateRequestForMessage(command.Name, GetText(command), conversation),
            InteractionData.Component component =>
                CustomIdCodec.Decode(component.CustomId, conversation) with
                {
                    IsFromComponent = true,
                    IsFromOwnReply = component.Recipient == MessageRecipient.SameUser,
                },
            InteractionData.ModalSubmit submit => ReadForm(submit, conversation),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not a request."),
        };
        return request with
        {
            Caller = CallerFactory.Create(interaction),
            Permissions = access.For(interaction),
            Channel = GetChannel(interaction),
        };
    }

    private static CommandRequest ReadForm(InteractionData.ModalSubmit submit, string conversation)
    {
        var request = CustomIdCodec.Decode(submit.CustomId, conversation);
        foreach (var (name, values) in submit.Fields) request = request.With(name, string.Join('\n', values));
        return request with
        {
            IsFromComponent = submit.Recipient is not null,
            IsFromOwnReply = submit.Recipient == MessageRecipient.SameUser,
            IsFromForm = true,
        };
    }

    private static string? GetChannel(Interaction interaction) => interaction.GuildId is null
        ? null
        : Snowflake.Format(interaction.ThreadParentId ?? interaction.ChannelId);

    // The identity is known before there are events.
    private string GetText(InteractionData.MessageCommand command) => identity.IsCompletedSuccessfully
        ? MentionText.Remove(command.Text, identity.Result)
        : command.Text.Trim();

    private static partial class Log
    {
        [LoggerMessage(4001, LogLevel.Warning, "Failed to send the answer to /{Command}: {Reason}.")]
        public static partial void NotAnswered(ILogger logger, string command, string reason);

        [LoggerMessage(4002, LogLevel.Error, "Failed to run /{Command}.")]
        public static partial void Failed(ILogger logger, string command, Exception exception);

        [LoggerMessage(4004, LogLevel.Trace, "Asked in channel {Channel}: {Text}")]
        public static partial void Asked(ILogger logger, ulong channel, string text);

        [LoggerMessage(4007, LogLevel.Debug, "Failed to send suggestions for /{Command}: {Reason}.")]
        public static partial void NotSuggested(ILogger logger, string command, string reason);
    }
}
