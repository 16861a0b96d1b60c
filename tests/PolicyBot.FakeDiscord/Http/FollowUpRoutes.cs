using PolicyBot.FakeDiscord.Interactions;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>Routes with an interaction's token after the first response: follow-ups and edits.</summary>
internal static class FollowUpRoutes
{
    private const int MostWhereOnlyUserInstalled = 5;

    private static readonly ApiResponse UnknownWebhook = ApiResponse.Error(404, 10015, "Unknown Webhook");
    private static readonly ApiResponse InvalidToken = ApiResponse.Error(401, 50027, "Invalid Webhook Token");
    private static readonly ApiResponse TooMany =
        ApiResponse.Error(400, 40094, "This interaction has hit the maximum number of follow-up messages");

    public static ApiResponse Post(ApiState state, ApiRequest call) => With(state, call, interaction =>
    {
        var errors = new FieldErrors();
        MessageRules.Check(call.Body, "", errors);
        if (errors.Any)
            return ApiResponse.Invalid(errors);
        var body = MessageBodyReader.Create(call.Body, call.Files, state.World.Ids);
        if (body.IsEmpty)
            return ApiResponse.EmptyMessage;
        if (interaction.Origin.Channel.IsOnlyUserInstalled && interaction.FollowUps >= MostWhereOnlyUserInstalled)
            return TooMany;
        interaction.FollowUps++;
        if (IsThinking(state, interaction, out var deferred))
            return MessageEditor.Apply(state, call, deferred);
        var message = state.World.Post(new StoredMessage
        {
            Channel = interaction.Origin.Channel,
            Author = state.World.BotUser,
            Body = body,
            Mentions = RequestMentions.Read(call.Body, body, null, state.World),
            WebhookId = state.World.Bot.ApplicationId,
            ApplicationId = state.World.Bot.ApplicationId,
            Interaction = interaction.Origin.ToSource(interaction.Id, interaction.OriginalId),
        });
        if (message is null)
            return ApiResponse.UnknownChannel;
        interaction.Show(message.Id);
        return ApiResponse.Ok(MessageWriter.ToBytes(message, MessageView.Http));
    });

    public static ApiResponse GetOriginal(ApiState state, ApiRequest call) =>
        With(state, call, interaction => Show(state, interaction.OriginalId));

    public static ApiResponse Get(ApiState state, ApiRequest call) =>
        With(state, call, interaction => Show(state, OwnId(call, interaction)));

    public static ApiResponse EditOriginal(ApiState state, ApiRequest call) => With(state, call, interaction =>
    {
        if (interaction.OriginalId is not { } id)
            return ApiResponse.UnknownMessage;
        var reply = MessageEditor.Apply(state, call, id);
        if (reply.Status == 200)
            interaction.Show(id);
        return reply;
    });

    public static ApiResponse Edit(ApiState state, ApiRequest call) => With(state, call, interaction =>
        OwnId(call, interaction) is { } id ? MessageEditor.Apply(state, call, id) : ApiResponse.UnknownMessage);

    public static ApiResponse DeleteOriginal(ApiState state, ApiRequest call) =>
        With(state, call, interaction => Delete(state, interaction.OriginalId));

    public static ApiResponse Delete(ApiState state, ApiRequest call) =>
        With(state, call, interaction => Delete(state, OwnId(call, interaction)));

    private static ApiResponse With(ApiState state, ApiRequest call, Func<InteractionState, ApiResponse> act)
    {
        if (call.Id("webhook_id") != state.World.Bot.ApplicationId)
            return UnknownWebhook;
        if (state.Interactions.FindByToken(call.Value("webhook_token")) is not { } interaction || interaction.IsExpired)
            return InvalidToken;
        ApiResponse reply;
        lock (interaction.Gate)
        {
            if (interaction.AnsweredWith is null)
                return UnknownWebhook;
            reply = act(interaction);
            interaction.BeginLogging();
        }

        return reply with { AfterLogged = interaction.EndLogging };
    }

    private static bool IsThinking(ApiState state, InteractionState interaction, out ulong deferred)
    {
        deferred = interaction.OriginalId ?? 0;
        return interaction.AnsweredWith == CallbackType.DeferredMessage
            && state.World.FindMessage(deferred) is { IsThinking: true };
    }

    private static ulong? OwnId(ApiRequest call, InteractionState interaction) =>
        call.Id("message_id") is var id && (interaction.Shows(id) || id == interaction.OriginalId) ? id : null;

    private static ApiResponse Show(ApiState state, ulong? id) =>
        id is { } known && state.World.FindMessage(known) is { } message
            ? ApiResponse.Ok(MessageWriter.ToBytes(message, MessageView.Http))
            : ApiResponse.UnknownMessage;

    private static ApiResponse Delete(ApiState state, ulong? id) =>
        id is { } known && state.World.Delete(known) ? ApiResponse.NoContent : ApiResponse.UnknownMessage;
}
