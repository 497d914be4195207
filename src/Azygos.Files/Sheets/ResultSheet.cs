namespace Azygos.Files.Sheets;

/// <summary>
/// What an analysis gave, laid out once: the screen's tables and the JSON for other programs are both written from it,
/// so neither can show what the other does not hold.
/// </summary>
/// <param name="Schema">Name and version of the layout.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Parts">The parts, in order.</param>
public sealed record ResultSheet(string Schema, string Title, IReadOnlyList<SheetPart> Parts);
