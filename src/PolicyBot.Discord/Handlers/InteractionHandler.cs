using Microsoft.Extensions.Logging;
using PolicyBot.Chat.Commands;
using PolicyBot.Chat.Messages;
using PolicyBot.Discord.Client.Abstractions;
using PolicyBot.Discord.Client.Messages;
using PolicyBot.Discord.Components;
using PolicyBot.Discord.Rendering;

namespace PolicyBot.Discord.Handlers;

/// <summary>Answers interactions.</summary>
internal sealed class InteractionHandler(GuardedCommands commands, Task<BotIdentity> identity, TimeProvider time, ILogger logger, CancellationToken abandoning)
{
    private static readonly Reply NoText = Reply.Private(
        "That message has no text that I could answer; pictures, files and embeds I do not read. Use /ask with your question.");

    /// <summary>Begins to see to it that an interaction is responded to in time.</summary>
    /// <param name="interaction">The interaction; not that somebody types.</param>
    /// <param name="notice">What is said in place of an answer, or null.</param>
    /// <returns>What answers it.</returns>
    public Func<WorkQueue.Place, Task> Begin(Interaction interaction, Reply? notice)
    {
        var invocation = InvocationOf(interaction);
        if (interaction.Data is InteractionData.MessageCommand command && Text(command).Length == 0) notice ??= NoText;
        // A notice leaves the message that was picked from, with all that leads on from it.
        var goesTo = notice is null ? ResponseTarget.Choose(interaction.Data, invocation, commands.IsForManagers(invocation.Command)) : new ResponseTarget(IsInPlace: false, IsPrivate: true);
        var response = new DeferringResponder(interaction, goesTo, time, abandoning);
        return place => AnswerAsync(interaction, invocation, response, notice, place);
    }

    /// <summary>Offers what an option could be that somebody types.</summary>
    public async Task OfferAsync(Interaction interaction, InteractionData.Autocomplete typing)
    {
        try
        {
            var invocation = new CommandRequest(typing.Name, typing.Options, Places.Of(interaction.ChannelId, interaction.UserId)) { Caller = CallerFactory.Create(interaction) };
            var offers = AutocompleteChoices.Create(await commands.SuggestAsync(typing.FocusedOption, invocation, AutocompleteChoices.MaxCount, abandoning));
            var left = DeferringResponder.Limit - time.GetElapsedTime(interaction.ReceivedAt);
            // Whoever types on has asked again by then.
            if (left > TimeSpan.Zero) await interaction.Responder.AutocompleteAsync(offers, left, abandoning);
        }
        catch (DiscordException e)
        {
            HandlerLog.NotOffered(logger, typing.Name, e.Message);
        }
        catch (OperationCanceledException)
        {
            HandlerLog.NotOffered(logger, typing.Name, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one interaction.
            HandlerLog.Failed(logger, typing.Name, e);
        }
    }

    private async Task AnswerAsync(Interaction interaction, CommandRequest invocation, DeferringResponder response, Reply? notice, WorkQueue.Place place)
    {
        try
        {
            // Once it is deferred there is time, and others need the place more.
            response.OnDeferred(place.GiveUp);
            await response.AnswerAsync(notice is null ? await AskAsync(interaction, invocation) : ReplyRenderer.Render(notice));
        }
        catch (DiscordException e)
        {
            HandlerLog.NotAnswered(logger, invocation.Command, e.Message);
        }
        catch (OperationCanceledException)
        {
            HandlerLog.NotAnswered(logger, invocation.Command, "the bot was stopped");
        }
        catch (Exception e)
        {
            // The boundary of one interaction.
            HandlerLog.Failed(logger, invocation.Command, e);
        }
        finally
        {
            await response.DisposeAsync();
        }
    }

    private Task<IReadOnlyList<OutgoingMessage>> AskAsync(Interaction interaction, CommandRequest invocation)
    {
        foreach (var value in invocation.Options.Values) HandlerLog.Asked(logger, interaction.ChannelId, value);
        return commands.AnswerAsync(invocation, abandoning);
    }

    private CommandRequest InvocationOf(Interaction interaction)
    {
        var place = Places.Of(interaction.ChannelId, interaction.UserId);
        var invocation = interaction.Data switch
        {
            InteractionData.Command command => new CommandRequest(command.Name, command.Options, place),
            InteractionData.MessageCommand command => commands.OnMessage(command.Name, Text(command), place),
            InteractionData.Component pick => CustomIdCodec.Decode(pick.CustomId, place) with { IsFromComponent = true },
            var other => throw new InvalidOperationException($"Nothing is called by {other.GetType().Name}."),
        };
        return invocation with { Caller = CallerFactory.Create(interaction) };
    }

    // Events come only after the session has begun, with which the bot knows who it is.
    private string Text(InteractionData.MessageCommand command) =>
        identity.IsCompletedSuccessfully ? Places.WithoutMention(command.Text, identity.Result) : command.Text.Trim();
}
