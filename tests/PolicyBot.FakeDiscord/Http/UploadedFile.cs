namespace PolicyBot.FakeDiscord.Http;

/// <summary>A part named files[n] of a multipart request.</summary>
internal sealed record UploadedFile(int Index, string FileName, string ContentType, byte[] Content);
