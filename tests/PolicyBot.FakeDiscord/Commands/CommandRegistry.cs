using System.Text.Json;
using PolicyBot.FakeDiscord.Json;
using PolicyBot.FakeDiscord.Rules;
using PolicyBot.FakeDiscord.World;

namespace PolicyBot.FakeDiscord.Commands;

/// <summary>The bot's commands: global, and of each guild.</summary>
internal sealed class CommandRegistry(DiscordWorld world, TimeProvider time)
{
    private const int CreationsADay = 200;
    private const int MostOfAllTypes = 130;
    private static readonly (int Type, int Most)[] Limits =
        [(CommandType.ChatInput, 100), (CommandType.User, 15), (CommandType.Message, 15)];

    private readonly Lock _gate = new();
    private readonly Dictionary<ulong, List<RegisteredCommand>> _byScope = [];
    private readonly Dictionary<ulong, Queue<long>> _creations = [];

    public IReadOnlyList<RegisteredCommand> List(ulong? guildId)
    {
        lock (_gate)
            return [.. GetScope(guildId)];
    }

    public RegisteredCommand? Find(ulong? guildId, ulong id)
    {
        lock (_gate)
            return GetScope(guildId).Find(command => command.Id == id);
    }

    /// <summary>The command that a user gets for a name: the guild's before the global one.</summary>
    public RegisteredCommand? FindByName(ulong? guildId, string name, int type)
    {
        lock (_gate)
        {
            var own = guildId is null
                ? null
                : GetScope(guildId).Find(command => command.Name == name && command.Type == type);
            return own ?? GetScope(null).Find(command => command.Name == name && command.Type == type);
        }
    }

    /// <summary>Replaces all commands.</summary>
    public CommandResult Replace(ulong? guildId, JsonElement definitions)
    {
        var errors = new FieldErrors();
        if (definitions.ValueKind != JsonValueKind.Array)
        {
            errors.Add("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return CommandResult.Refused(errors);
        }

        CheckAll(definitions, errors);
        if (errors.Any)
            return CommandResult.Refused(errors);
        foreach (var (type, most) in Limits)
        {
            if (definitions.EnumerateArray().Count(item => GetCommandType(item) == type) > most)
                return CommandResult.LimitReached(most);
        }

        lock (_gate)
        {
            var old = GetScope(guildId);
            var fresh = definitions.EnumerateArray().Count(item => FindSame(old, item) is null);
            if (!TryCountCreations(guildId, fresh))
                return CommandResult.DailyLimitReached;
            var replaced =
                definitions.EnumerateArray().Select(item => Create(item, FindSame(old, item), guildId)).ToList();
            _byScope[guildId ?? 0] = replaced;
            return CommandResult.Done([.. replaced], isNew: false);
        }
    }

    /// <summary>Adds a command, or overwrites the one with the same name and type.</summary>
    public CommandResult Add(ulong? guildId, JsonElement definition)
    {
        var errors = new FieldErrors();
        CheckOne(definition, "", errors);
        if (errors.Any)
            return CommandResult.Refused(errors);
        lock (_gate)
        {
            var commands = GetScope(guildId);
            var same = FindSame(commands, definition);
            if (same is null && GetReachedLimit(commands, GetCommandType(definition)) is { } most)
                return CommandResult.LimitReached(most);
            if (!TryCountCreations(guildId, same is null ? 1 : 0))
                return CommandResult.DailyLimitReached;
            var made = Create(definition, same, guildId);
            if (same is not null)
                commands.Remove(same);
            commands.Add(made);
            return CommandResult.Done([made], isNew: same is null);
        }
    }

    /// <summary>Changes the parts of a command that the definition contains; null if it doesn't exist.</summary>
    public CommandResult? Update(ulong? guildId, ulong id, JsonElement changes)
    {
        lock (_gate)
        {
            var commands = GetScope(guildId);
            var index = commands.FindIndex(command => command.Id == id);
            if (index < 0)
                return null;
            using var merged = JsonDocument.Parse(Merge(commands[index].Definition, changes));
            var errors = new FieldErrors();
            CheckOne(merged.RootElement, "", errors);
            if (FindSame(commands, merged.RootElement) is { } other && other.Id != id)
                AddDuplicate("", errors);
            if (errors.Any)
                return CommandResult.Refused(errors);
            commands[index] = Create(merged.RootElement, commands[index], guildId);
            return CommandResult.Done([commands[index]], isNew: false);
        }
    }

    public bool Remove(ulong? guildId, ulong id)
    {
        lock (_gate)
            return GetScope(guildId).RemoveAll(command => command.Id == id) > 0;
    }

    private static void CheckOne(JsonElement definition, string path, FieldErrors errors)
    {
        if (definition.ValueKind == JsonValueKind.Object)
            CommandRules.Check(definition, path, errors);
        else
            errors.Add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
    }

    private static void CheckAll(JsonElement definitions, FieldErrors errors)
    {
        var seen = new HashSet<(string, int)>();
        var index = 0;
        if (definitions.GetArrayLength() > MostOfAllTypes)
            errors.Add("", "BASE_TYPE_MAX_LENGTH", $"Must be {MostOfAllTypes} or fewer in length.");
        foreach (var definition in definitions.EnumerateArray())
        {
            var path = $"{index++}";
            CheckOne(definition, path, errors);
            if (definition.Text("name"u8) is { } name && !seen.Add((name, GetCommandType(definition))))
                AddDuplicate(path, errors);
        }
    }

    private static void AddDuplicate(string path, FieldErrors errors) =>
        errors.Add(
            FieldErrors.At(path, "name"), "APPLICATION_COMMANDS_DUPLICATE_NAME",
            "Application command names must be unique");

    private static int? GetReachedLimit(List<RegisteredCommand> commands, int type)
    {
        var most = Array.Find(Limits, limit => limit.Type == type).Most;
        return commands.Count(command => command.Type == type) >= most ? most : null;
    }

    private static int GetCommandType(JsonElement definition) => definition.Number("type"u8) ?? CommandType.ChatInput;

    private static RegisteredCommand? FindSame(List<RegisteredCommand> commands, JsonElement definition) =>
        commands.Find(command =>
            command.Name == definition.Text("name"u8) && command.Type == GetCommandType(definition));

    private static byte[] Merge(string definition, JsonElement changes)
    {
        using var old = JsonDocument.Parse(definition);
        return JsonBytes.Write((old.RootElement, changes), static (writer, state) =>
        {
            writer.WriteStartObject();
            foreach (var property in state.RootElement.EnumerateObject())
            {
                if (state.changes.ValueKind != JsonValueKind.Object
                    || !state.changes.TryGetProperty(property.Name, out _))
                    property.WriteTo(writer);
            }

            if (state.changes.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in state.changes.EnumerateObject())
                    property.WriteTo(writer);
            }

            writer.WriteEndObject();
        });
    }

    private RegisteredCommand Create(JsonElement definition, RegisteredCommand? former, ulong? guildId)
    {
        if (former is not null && former.Definition == definition.GetRawText())
            return former;
        return CommandWriter.Register(
            definition, former?.Id ?? world.Ids.Next(), world.Ids.Next(), world.Bot.ApplicationId, guildId);
    }

    private bool TryCountCreations(ulong? guildId, int count)
    {
        if (!_creations.TryGetValue(guildId ?? 0, out var made))
            _creations[guildId ?? 0] = made = new Queue<long>();
        while (made.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromDays(1))
            made.Dequeue();
        if (made.Count + count > CreationsADay)
            return false;
        for (var number = 0; number < count; number++)
            made.Enqueue(time.GetTimestamp());
        return true;
    }

    private List<RegisteredCommand> GetScope(ulong? guildId)
    {
        if (!_byScope.TryGetValue(guildId ?? 0, out var commands))
            _byScope[guildId ?? 0] = commands = [];
        return commands;
    }
}
