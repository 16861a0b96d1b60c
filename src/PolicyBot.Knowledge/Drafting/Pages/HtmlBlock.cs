using AngleSharp.Dom;

namespace PolicyBot.Knowledge.Drafting.Pages;

/// <summary>A paragraph, heading, list item or other block of text of a page.</summary>
/// <param name="Element">The element that the text is in.</param>
/// <param name="Text">Its text, in one line.</param>
/// <param name="LinkShare">The share of the text that is in links, 0 to 1.</param>
/// <param name="IsClutter">Whether an element around it is navigation, a form or the like.</param>
internal sealed record HtmlBlock(IElement Element, string Text, double LinkShare, bool IsClutter);
