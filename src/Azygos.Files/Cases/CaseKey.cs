using Azygos.Files.Tables;

namespace Azygos.Files.Cases;

/// <summary>A key of a case file that holds a number, described once for reading, schema and guide.</summary>
/// <param name="Path">Section and key, such as <c>run.time_step_s</c>.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Number">Kind, unit and range.</param>
public sealed record CaseKey(string Path, string Meaning, ColumnDescription Number);
