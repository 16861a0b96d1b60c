using System.ComponentModel.DataAnnotations.Schema;

namespace PolicyBot.Storage.Daily;

/// <summary>What a claim that was got gives back.</summary>
internal sealed record ClaimRow([property: Column("post")] string Post, [property: Column("attempts")] int Attempts);
