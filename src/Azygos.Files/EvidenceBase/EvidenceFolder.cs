using Azygos.Evidence.Claims;

namespace Azygos.Files.EvidenceBase;

/// <summary>A cell of a row, for people.</summary>
/// <param name="Column">Column.</param>
/// <param name="Meaning">What the column holds.</param>
/// <param name="Text">The cell as written.</param>
public sealed record ShownCell(string Column, string Meaning, string Text);

/// <summary>A row of a table, for people.</summary>
/// <param name="Table">Table.</param>
/// <param name="Line">Line of the file.</param>
/// <param name="Study">Study or body it belongs to; empty where the table has none.</param>
/// <param name="Cells">Cells that are not empty.</param>
public sealed record ShownRow(string Table, int Line, string Study, IReadOnlyList<ShownCell> Cells);

/// <summary>An evidence base as read: in the room's terms, and row by row for people.</summary>
/// <param name="Base">The base.</param>
/// <param name="Rows">Every row as written.</param>
public sealed record EvidenceFolder(CuratedBase Base, IReadOnlyList<ShownRow> Rows);
