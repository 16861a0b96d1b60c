using FuzzySharp;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Finds the id that was probably intended.</summary>
internal static class NearestId
{
    /// <summary>Finds the id most similar to a mistyped one; null if there are no ids.</summary>
    public static string? Find(string mistyped, IEnumerable<string> ids)
    {
        var compared = mistyped[..Math.Min(mistyped.Length, Limits.Id)];
        return ids.MaxBy(id => Fuzz.Ratio(compared, id));
    }
}
