using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PolicyBot.FakeDiscord.Interactions;

namespace PolicyBot.FakeDiscord.Control;

/// <summary>Waits briefly for the response to an interaction and describes what its user saw.</summary>
internal static class AnswerView
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<ControlResponse> WaitAsync(
        SentInteraction interaction, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var response = await interaction.Response.WaitAsync(patience.Token);
            var type = response["type"]?.GetValue<int>() ?? 0;
            if (type is CallbackType.Message or CallbackType.DeferredMessage or CallbackType.Update)
                await interaction.MessageAsync(0, patience.Token);
            return ControlResponse.Json(Describe(interaction, response, type));
        }
        catch (TimeoutException)
        {
            return ControlResponse.Error(
                "The application did not respond in three seconds.", StatusCodes.Status504GatewayTimeout);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return interaction.Response.IsCompletedSuccessfully
                ? ControlResponse.Json(Describe(interaction, interaction.Response.Result, CallbackType.DeferredMessage))
                : ControlResponse.Error(
                    "The application did not respond. Is a bot connected?", StatusCodes.Status504GatewayTimeout);
        }
    }

    private static JsonObject Describe(SentInteraction interaction, JsonObject response, int type)
    {
        var seen = new JsonObject
        {
            ["interaction"] = interaction.Id.ToString(CultureInfo.InvariantCulture),
            ["milliseconds"] = Math.Round(interaction.ResponseTime?.TotalMilliseconds ?? 0, 1),
        };
        switch (type)
        {
            case CallbackType.Autocomplete:
                seen["choices"] = response["data"]?["choices"]?.DeepClone();
                break;
            case CallbackType.Modal:
                seen["modal"] = response["data"]?.DeepClone();
                break;
            default:
                seen["messages"] = new JsonArray(
                    [.. interaction.Messages.Select(message => (JsonNode)MessageFormatter.Describe(message))]);
                break;
        }

        return seen;
    }
}
