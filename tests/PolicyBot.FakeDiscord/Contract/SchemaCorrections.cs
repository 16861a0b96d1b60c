namespace PolicyBot.FakeDiscord.Contract;

/// <summary>Where Discord's documentation and its description differ in what a bot sends and receives.</summary>
internal static class SchemaCorrections
{
    private static readonly string[] Commands =
        ["ApplicationCommandCreateRequest", "ApplicationCommandUpdateRequest", "ApplicationCommandPatchRequestPartial"];

    private static readonly string[] Edits =
        [
            "MessageEditRequestPartial", "IncomingWebhookUpdateRequestPartial",
            "IncomingWebhookUpdateForInteractionCallbackRequestPartial"
        ];

    private const string AttachmentId =
        """{"$ref": null, "type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0}""";

    private const string FieldErrors =
        """
        {"items": {
          "type": "object",
          "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
          "required": ["code", "message"]}}
        """;

    public static IReadOnlyList<SchemaCorrection> All { get; } =
    [
        new(["MessageCreateRequest", "MessageEditRequestPartial"], "content", """{"maxLength": 2000}""",
            "A message's content has at most 2000 characters; 4000 are for people who pay for them."),
        new(Commands, "default_member_permissions", """{"type": ["string", "null"], "pattern": "^(0|[1-9][0-9]*)$"}""",
            "A set of permissions is a string of digits, since it may not fit into a number."),
        new(Commands, "nsfw", """{"type": ["boolean", "null"]}""", "A command may say that it is restricted by age."),
        new([
            "ApplicationCommandOptionStringChoice"
        ], "value", """{"maxLength": 100}""", "A choice's value has at most 100 characters."),
        new([
            "ModalInteractionCallbackRequestData"
        ], "components", """{"maxItems": 5}""", "A modal has one to five components."),
        new([
            "MessageAttachmentRequest"
        ], "id", AttachmentId,
            "The id of a file that is uploaded is the number in files[n]: the documentation writes it as a number."),

        // Neither the documentation nor the description contains these, but Discord accepts them: discord.js always
        // sends them.
        new(Edits, "tts", """{"const": false}""", "An edit is never read aloud, and to say so is no fault."),
        new([
            .. Edits, "IncomingWebhookRequestPartial", "IncomingWebhookInteractionRequest"
        ], "enforce_nonce", """{"const": false}""",
            "Only a post to a channel has a nonce to enforce; to say that there is none is no fault."),

        // In responses.
        new(["InnerErrors"], "_errors", FieldErrors,
            "The code of a field's error is a word, such as BASE_TYPE_MAX_LENGTH; only the whole error's is a number."),
    ];
}
