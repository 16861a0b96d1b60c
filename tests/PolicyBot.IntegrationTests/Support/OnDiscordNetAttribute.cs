using Xunit.v3;

namespace PolicyBot.IntegrationTests.Support;

/// <summary>
/// Runs the tests of a class over the connection with Discord.Net. Tests for both connections are in an abstract class
/// that contains two sealed ones: <c>OverBuiltIn</c>, and <c>OverDiscordNet</c> with this attribute, which is compiled
/// only with <c>-p:DiscordNet=true</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OnDiscordNetAttribute : Attribute, ITraitAttribute
{
    private const string Trait = "Connection";
    private const string Value = "DiscordNet";

    /// <summary>Whether the current test is in such a class.</summary>
    public static bool IsOnCurrentTest =>
        TestContext.Current.TestClass?.Traits.TryGetValue(Trait, out var values) == true && values.Contains(Value);

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [KeyValuePair.Create(Trait, Value)];
}
