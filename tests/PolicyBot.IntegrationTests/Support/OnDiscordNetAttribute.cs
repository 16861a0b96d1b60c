using Xunit.v3;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// Runs the tests of a class over the connection on Discord.Net; where the build has none, they are skipped. Tests that
/// are to run over both connections stand in an abstract class with two sealed ones in it: <c>OverBuiltIn</c>, and
/// <c>OverDiscordNet</c> with this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnDiscordNetAttribute : Attribute, ITraitAttribute
{
    private const string Trait = "Connection";
    private const string Value = "DiscordNet";

    /// <summary>Whether the test that is running is of such a class.</summary>
    public static bool IsOnCurrentTest =>
        TestContext.Current.TestClass?.Traits.TryGetValue(Trait, out var values) == true && values.Contains(Value);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create(Trait, Value)];
}
