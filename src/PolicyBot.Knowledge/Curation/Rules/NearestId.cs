using FuzzySharp;

namespace PolicyBot.Knowledge.Curation.Rules;

/// <summary>Finds the id that was probably meant.</summary>
internal static class NearestId
{
    /// <summary>The id most like a mistyped one; null if there is none at all.</summary>
    public static string? Find(string mistyped, IEnumerable<string> ids)
    {
        var compared = mistyped[..Math.Min(mistyped.Length, Limits.Id)];
        return ids.MaxBy(id => Fuzz.Ratio(compared, id));
    }
}
