using System.Text.Json.Serialization;

namespace PolicyBot.Discord.Client.Gateway.Events;

/// <summary>Reads the JSON of the gateway's events, in which ids are strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ReadyPayload))]
[JsonSerializable(typeof(MessageCreatePayload))]
[JsonSerializable(typeof(InteractionCreatePayload))]
[JsonSerializable(typeof(CommandPermissionsUpdatePayload))]
internal sealed partial class EventJson : JsonSerializerContext;
