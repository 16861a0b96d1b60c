using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using PolicyBot.Settings;
using YamlDotNet.Serialization;

namespace PolicyBot.Tests.Hosting;

/// <summary>Whether what the operator's guide shows fits the program.</summary>
public sealed partial class HostingGuideTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(
        typeof(HostingGuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "TestFolder").Value!,
        "../.."));

    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "config/HOSTING.md"));

    [Fact]
    public void Variables_OfTheGuide_AreSettings()
    {
        var names = VariableName().Matches(Guide).Select(m => m.Value).Distinct().ToList();

        Assert.Contains("POLICYBOT_Storage__DataFolder", names);
        Assert.All(names, n => Assert.Null(FindProblem(n, null)));
    }

    [Fact]
    public void Compose_Environment_HasValuesThatTheSettingsAccept()
    {
        var compose = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(FindBlock("yaml"));
        var bot = Get(Get(compose["services"], "bot"), "environment");
        var variables = Assert.IsType<Dictionary<object, object>>(bot);

        Assert.True(variables.Count > 3);
        Assert.All(variables, v => Assert.Null(FindProblem((string)v.Key, (string)v.Value)));
    }

    [Fact]
    public void Unit_NotifiesAndKeepsTheTokenOut()
    {
        var unit = FindBlock("ini").Split('\n');

        Assert.Contains("Type=notify", unit);
        Assert.Contains("DynamicUser=yes", unit);
        Assert.DoesNotContain(unit, l => l.Contains("DISCORD__TOKEN=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Image_Properties_AreThoseOfTheGuide()
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "msbuild", Path.Combine(Root, "src/PolicyBot/PolicyBot.csproj"), "-nodeReuse:false",
                "-getProperty:ContainerRepository,ContainerFamily,ContainerUser,ContainerRuntimeIdentifiers",
                "-getItem:ContainerEnvironmentVariable",
            ])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        using var json = JsonDocument.Parse(output);
        var properties = json.RootElement.GetProperty("Properties");
        Assert.Equal("policybot", properties.GetProperty("ContainerRepository").GetString());
        Assert.Equal("noble-chiseled", properties.GetProperty("ContainerFamily").GetString());
        Assert.Equal("1654", properties.GetProperty("ContainerUser").GetString());
        Assert.Equal("linux-x64;linux-arm64", properties.GetProperty("ContainerRuntimeIdentifiers").GetString());
        var variable = Assert.Single(
            json.RootElement.GetProperty("Items").GetProperty("ContainerEnvironmentVariable").EnumerateArray());
        var (name, value) = (variable.GetProperty("Identity").GetString()!, variable.GetProperty("Value").GetString()!);
        Assert.Null(FindProblem(name, value));
        Assert.Contains($"Data is in `{value}`", Guide, StringComparison.Ordinal);
    }

    private static string? FindProblem(string variable, string? value)
    {
        var key = variable.Replace("POLICYBOT_", "", StringComparison.Ordinal)
            .Replace("__", ":", StringComparison.Ordinal);
        return new SettingsSchema().FindProblem(
            new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, value)]).Build());
    }

    private static object Get(object map, string key) => ((Dictionary<object, object>)map)[key];

    private static string FindBlock(string language) => Guide.Split($"```{language}\n")[1].Split("\n```")[0];

    [GeneratedRegex(@"\b(?:POLICYBOT_|DISCORD__)\w+")]
    private static partial Regex VariableName();
}
