using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>What an interaction's token is good for after the first answer: follow-ups and edits.</summary>
internal static class FollowUpRoutes
{
    private const int MostWhereOnlyUserInstalled = 5;

    private static readonly ApiReply UnknownWebhook = ApiReply.Error(404, 10015, "Unknown Webhook");
    private static readonly ApiReply InvalidToken = ApiReply.Error(401, 50027, "Invalid Webhook Token");
    private static readonly ApiReply TooMany =
        ApiReply.Error(400, 40094, "This interaction has hit the maximum number of follow-up messages");

    public static ApiReply Post(ApiState state, ApiCall call) => With(state, call, interaction =>
    {
        var errors = new FieldErrors();
        MessageRules.Check(call.Body, "", errors);
        if (errors.Any)
            return ApiReply.Invalid(errors);
        var body = BodyReader.Create(call.Body, call.Files, state.World.Ids);
        if (body.IsEmpty)
            return ApiReply.EmptyMessage;
        if (interaction.Origin.Channel.IsOnlyUserInstalled && interaction.FollowUps >= MostWhereOnlyUserInstalled)
            return TooMany;
        interaction.FollowUps++;
        if (IsThinking(state, interaction, out var deferred))
            return MessageEdits.Apply(state, call, deferred);
        var message = state.World.Post(new StoredMessage
        {
            Channel = interaction.Origin.Channel,
            Author = state.World.BotUser,
            Body = body,
            Mentions = Mentions.Of(call.Body, body, null, state.World),
            WebhookId = state.World.Bot.ApplicationId,
            ApplicationId = state.World.Bot.ApplicationId,
            Interaction = interaction.Origin.ToSource(interaction.Id, interaction.OriginalId),
        });
        if (message is null)
            return ApiReply.UnknownChannel;
        interaction.Show(message.Id);
        return ApiReply.Ok(MessageWriter.ToBytes(message, MessageView.Http));
    });

    public static ApiReply GetOriginal(ApiState state, ApiCall call) =>
        With(state, call, interaction => Show(state, interaction.OriginalId));

    public static ApiReply Get(ApiState state, ApiCall call) => With(state, call, interaction => Show(state, OwnId(call, interaction)));

    public static ApiReply EditOriginal(ApiState state, ApiCall call) => With(state, call, interaction =>
    {
        if (interaction.OriginalId is not { } id)
            return ApiReply.UnknownMessage;
        var reply = MessageEdits.Apply(state, call, id);
        if (reply.Status == 200)
            interaction.Show(id);
        return reply;
    });

    public static ApiReply Edit(ApiState state, ApiCall call) => With(state, call, interaction =>
        OwnId(call, interaction) is { } id ? MessageEdits.Apply(state, call, id) : ApiReply.UnknownMessage);

    public static ApiReply DeleteOriginal(ApiState state, ApiCall call) =>
        With(state, call, interaction => Delete(state, interaction.OriginalId));

    public static ApiReply Delete(ApiState state, ApiCall call) =>
        With(state, call, interaction => Delete(state, OwnId(call, interaction)));

    private static ApiReply With(ApiState state, ApiCall call, Func<InteractionState, ApiReply> act)
    {
        if (call.Id("webhook_id") != state.World.Bot.ApplicationId)
            return UnknownWebhook;
        if (state.Interactions.FindByToken(call.Value("webhook_token")) is not { } interaction || interaction.IsExpired)
            return InvalidToken;
        ApiReply reply;
        lock (interaction.Gate)
        {
            if (interaction.AnsweredWith is null)
                return UnknownWebhook;
            reply = act(interaction);
            interaction.Hold();
        }

        return reply with { AfterLogged = interaction.Signal };
    }

    private static bool IsThinking(ApiState state, InteractionState interaction, out ulong deferred)
    {
        deferred = interaction.OriginalId ?? 0;
        return interaction.AnsweredWith == CallbackType.DeferredMessage && state.World.FindMessage(deferred) is { IsThinking: true };
    }

    private static ulong? OwnId(ApiCall call, InteractionState interaction) =>
        call.Id("message_id") is var id && (interaction.Shows(id) || id == interaction.OriginalId) ? id : null;

    private static ApiReply Show(ApiState state, ulong? id) => id is { } known && state.World.FindMessage(known) is { } message
        ? ApiReply.Ok(MessageWriter.ToBytes(message, MessageView.Http))
        : ApiReply.UnknownMessage;

    private static ApiReply Delete(ApiState state, ulong? id) =>
        id is { } known && state.World.Delete(known) ? ApiReply.NoContent : ApiReply.UnknownMessage;
}
