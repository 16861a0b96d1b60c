using System.Text;

namespace PolicyBot.Knowledge.Links;

/// <summary>
/// A directive in a link that makes a browser scroll to a text and highlight it (<c>#:~:text=</c>). A browser ignores
/// case, accents and the kind of quotation marks, and takes the first place that fits.
/// </summary>
/// <param name="Start">The text, or its first words if there is an <paramref name="End"/>; in one paragraph.</param>
/// <param name="End">The text's last words, in one paragraph; or null.</param>
/// <param name="Prefix">The words right before the text, in one paragraph; or null.</param>
/// <param name="Suffix">The words right after the text, in one paragraph; or null.</param>
internal sealed record TextFragment(string Start, string? End = null, string? Prefix = null, string? Suffix = null)
{
    /// <summary>Formats the directive: <c>text=prefix-,start,end,-suffix</c>, percent-encoded.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("text=");
        if (Prefix is not null) text.Append(Encode(Prefix)).Append("-,");
        text.Append(Encode(Start));
        if (End is not null) text.Append(',').Append(Encode(End));
        if (Suffix is not null) text.Append(",-").Append(Encode(Suffix));
        return text.ToString();
    }

    // Everything but letters, digits, “.”, “_” and “~” of ASCII is encoded. A hyphen has a meaning in the directive.
    private static string Encode(string text) =>
        Uri.EscapeDataString(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Replace("-", "%2D", StringComparison.Ordinal);
}
