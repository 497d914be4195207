namespace Azygos.Files.Tables;

/// <summary>
/// What a cell holds: its text, and its number where the column is one of numbers and the cell is not empty.
/// </summary>
/// <param name="Text">The cell as written.</param>
/// <param name="Number">The number in the column's unit.</param>
internal readonly record struct CellValue(string Text, double? Number);
