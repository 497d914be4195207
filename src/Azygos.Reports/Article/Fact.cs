namespace Azygos.Reports.Article;

/// <summary>A number, or a word, that the article takes from the base.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Address">Where it comes from, one click away.</param>
/// <param name="Title">What stands there, in words.</param>
/// <param name="Source">Number of the source in the list of sources; 0 for what was computed here.</param>
internal sealed record Fact(string Text, string Address, string Title, int Source);
