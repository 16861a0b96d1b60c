namespace PolicyBot.FakeDiscord.Contract;

/// <summary>One part of a multipart body.</summary>
internal sealed record MultipartPart(string Name, string? FileName, ReadOnlyMemory<byte> Content);
