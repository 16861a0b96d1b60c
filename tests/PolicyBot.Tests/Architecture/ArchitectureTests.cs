using System.Reflection;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using Microsoft.Extensions.Logging;
using PolicyBot.Chat;
using PolicyBot.CommandLine;
using PolicyBot.Discord;
using PolicyBot.Knowledge.Answering;
using PolicyBot.Storage;

namespace PolicyBot.Tests.Architecture;

/// <summary>
/// The structure that src/README.md describes: layers without cycles, and a core that knows no platform.
/// </summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Program = typeof(BotProgram).Assembly;

    private static readonly Assembly[] Assemblies =
    [
        typeof(Answerer).Assembly,
        Assembly.Load("PolicyBot.ModelBuilder"),
        typeof(ChatServices).Assembly,
        typeof(StorageServices).Assembly,
        typeof(Discord.Client.DiscordClientServices).Assembly,
        typeof(DiscordServices).Assembly,
        Program,
    ];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Libraries =
        new(() => new ArchLoader().LoadAssemblies([.. Assemblies.Where(a => a != Program)]).Build());

    public static TheoryData<string> Projects => [.. Assemblies.Select(a => a.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Namespaces_OfAProject_HaveNoCycles(string project)
    {
        // The program by itself, because the names of all projects begin with its name.
        var architecture = project == Program.GetName().Name
            ? new ArchLoader().LoadAssemblies(Program).Build()
            : Libraries.Value;
        var rule = SliceRuleDefinition.Slices().Matching($"{project}.(**)").Should().BeFreeOfCycles();

        var violations = rule.Evaluate(architecture).Where(r => !r.Passed).Select(r => r.Description);

        Assert.Empty(violations);
    }

    [Theory]
    [InlineData(
        "PolicyBot.Knowledge", "Discord", "EntityFrameworkCore", "System.Net.Http", "Microsoft.Extensions.Logging")]
    [InlineData("PolicyBot.Chat", "Discord", "EntityFrameworkCore", "System.Net.Http")]
    [InlineData("PolicyBot.Discord.Client", "PolicyBot.Chat", "PolicyBot.Knowledge")]
    public void References_OfAProject_StayInTheirLayer(string project, params string[] forbidden)
    {
        var assembly = Assemblies.Single(a => a.GetName().Name == project);

        var references = assembly.GetReferencedAssemblies().Select(r => r.Name!);

        Assert.DoesNotContain(references, r => forbidden.Any(f => r.Contains(f, StringComparison.Ordinal)));
    }

    [Fact]
    public void LogEventIds_OfAllProjects_AreUnique()
    {
        const BindingFlags All =
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var ids = Assemblies.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods(All))
            .Select(m => (Method: m, Message: m.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(m => m.Message is not null)
            .ToList();

        Assert.NotEmpty(ids);
        Assert.All(
            ids.GroupBy(i => i.Message!.EventId),
            same => Assert.Single(same.Select(i => $"{i.Method.DeclaringType}.{i.Method.Name}")));
    }
}
