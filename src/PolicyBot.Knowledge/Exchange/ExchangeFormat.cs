namespace PolicyBot.Knowledge.Exchange;

/// <summary>The format of an exported file.</summary>
public enum ExchangeFormat
{
    /// <summary>A table of comma-separated values, in UTF-8 with a byte order mark.</summary>
    Csv,

    /// <summary>A workbook with one sheet.</summary>
    Xlsx,

    /// <summary>A text for a web page; it can't be imported.</summary>
    Markdown,
}
