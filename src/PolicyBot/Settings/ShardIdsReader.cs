using System.Globalization;
using PolicyBot.Discord;
using PolicyBot.Discord.Shards;
using PolicyBot.Storage;

namespace PolicyBot.Settings;

/// <summary>Checks which shards this process runs, and calculates them in a StatefulSet.</summary>
internal static class ShardIdsReader
{
    private const string Setting = "Discord:ShardIds";
    private const string Shards = "Discord:Shards";
    private const string PerProcess = "Discord:ShardsPerProcess";

    /// <summary>The environment variable that names the pod. Without it, the host's name counts.</summary>
    private const string PodVariable = "POD_NAME";

    /// <summary>Replaces <c>ordinal</c> in the options by the ids.</summary>
    /// <param name="options">The settings.</param>
    /// <returns>The problem and the fix, or null.</returns>
    public static string? Read(BotOptions options) => Read(
        options,
        Environment.GetEnvironmentVariable(PodVariable) is { Length: > 0 } pod ? pod : Environment.MachineName);

    /// <summary>The same, in a pod or on a host of this name.</summary>
    internal static string? Read(BotOptions options, string name)
    {
        var discord = options.Discord;
        if (string.IsNullOrWhiteSpace(discord.ShardIds))
        {
            discord.ShardIds = null;
            return discord.ShardsPerProcess is null
                ? null
                : $"{PerProcess} works only with {Setting} = ordinal; set that, or remove {PerProcess}";
        }

        if (discord.Shards is not { } shards)
            return $"{Setting} needs {Shards}, the number of shards of all processes together; set it";
        if (options.Storage.Provider != StorageProvider.PostgreSql)
        {
            return $"{Setting} is for several processes, which share a PostgreSQL database; set Storage:Provider to "
                + $"PostgreSql, or remove {Setting} to run all shards in this process";
        }

        if (Connections.IsDiscordNet(discord))
            return $"{Setting} works only with the built-in connection; set {Connections.Setting} to BuiltIn";
        return discord.ShardIds.Trim().Equals(ShardIds.Ordinal, StringComparison.OrdinalIgnoreCase)
            ? ReadOrdinal(discord, shards, name)
            : ReadList(discord, shards);
    }

    private static string? ReadOrdinal(DiscordOptions discord, int shards, string name)
    {
        if (discord.ShardsPerProcess is not { } perProcess)
            return $"{Setting} = ordinal needs {PerProcess}, the number of shards of each process; set it";
        if (ShardIds.FindOrdinal(name) is not { } ordinal)
        {
            return $"{Setting} is ordinal, but the name “{name}” doesn't end with a number as policybot-3 does; set "
                + $"{PodVariable} to the name of the StatefulSet's pod, or list the ids";
        }

        var ids = ShardIds.Assign(ordinal, perProcess, shards);
        if (ids.Count == 0)
        {
            var processes = ((shards - 1) / perProcess) + 1;
            return $"{Setting} is ordinal, but {name} has no shards, because {shards} shards with {perProcess} per "
                + $"process need only {processes} processes; start {processes}, or change {Shards} or {PerProcess}";
        }

        discord.ShardIds = string.Create(CultureInfo.InvariantCulture, $"{ids[0]}-{ids[^1]}");
        return null;
    }

    private static string? ReadList(DiscordOptions discord, int shards)
    {
        if (discord.ShardsPerProcess is not null)
            return $"{PerProcess} works only with {Setting} = ordinal; remove it, or set {Setting} to ordinal";
        if (ShardIds.TryParse(discord.ShardIds!) is not { } ids)
            return $"{Setting} can't be “{discord.ShardIds}”; write ids or ranges as in 0-7 or 0,2,5-7, or ordinal";
        if (ids.Max() is var highest && highest >= shards)
        {
            return $"{Setting} has {highest}, but with {Shards} = {shards}, the ids are 0 to {shards - 1}; correct one "
                + "of them";
        }

        return ids.GroupBy(id => id).FirstOrDefault(g => g.Count() > 1) is { Key: var twice }
            ? $"{Setting} has {twice} twice; correct its ranges"
            : null;
    }
}
