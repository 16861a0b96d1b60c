namespace PolicyBot.Knowledge.Exchange;

/// <summary>Finds formats by the names of files.</summary>
public static class ExchangeFormats
{
    /// <summary>Finds the format that a file's extension names; null if it names none.</summary>
    /// <param name="file">The file's name or path.</param>
    public static ExchangeFormat? Find(string file) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".CSV" => ExchangeFormat.Csv,
        ".XLSX" => ExchangeFormat.Xlsx,
        ".MD" => ExchangeFormat.Markdown,
        _ => null,
    };
}
