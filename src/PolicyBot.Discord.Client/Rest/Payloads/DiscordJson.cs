using System.Text.Json.Serialization;

namespace PolicyBot.Discord.Client.Rest.Payloads;

/// <summary>Reads and writes the JSON of the HTTP API, in which ids are strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(GatewayBotPayload))]
[JsonSerializable(typeof(MessagePayload))]
[JsonSerializable(typeof(CallbackPayload))]
[JsonSerializable(typeof(AutocompletePayload))]
[JsonSerializable(typeof(ModalCallbackPayload))]
[JsonSerializable(typeof(IdPayload))]
[JsonSerializable(typeof(IReadOnlyList<IdPayload>))]
[JsonSerializable(typeof(IReadOnlyList<ChannelMessagePayload>))]
[JsonSerializable(typeof(ChannelPayload))]
[JsonSerializable(typeof(GuildPayload))]
[JsonSerializable(typeof(GuildMemberPayload))]
[JsonSerializable(typeof(RecipientPayload))]
[JsonSerializable(typeof(IReadOnlyList<CommandPayload>))]
[JsonSerializable(typeof(IReadOnlyList<CommandIdPayload>))]
[JsonSerializable(typeof(IReadOnlyList<CommandPermissionsPayload>))]
[JsonSerializable(typeof(string))]
internal sealed partial class DiscordJson : JsonSerializerContext;
