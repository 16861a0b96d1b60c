using System.Text.Json;
using PolicyBot.FakeDiscord.Rules;

namespace PolicyBot.FakeDiscord.Http;

/// <summary>The body of a request, or the response to one that Discord doesn't accept.</summary>
internal sealed record RequestBody(JsonElement Json, IReadOnlyList<UploadedFile> Files, ApiResponse? Refusal)
{
    public static readonly RequestBody NotJson =
        new(default, [], ApiResponse.Error(400, 50109, "The request body contains invalid JSON."));

    public static readonly RequestBody WrongContentType = new(default, [], RefuseType());

    private static ApiResponse RefuseType()
    {
        var errors = new FieldErrors();
        errors.Add(
            "", "CONTENT_TYPE_INVALID",
            "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.");
        return ApiResponse.Invalid(errors);
    }
}
