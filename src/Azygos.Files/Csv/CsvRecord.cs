namespace Azygos.Files.Csv;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Fields">Its fields, quotes taken off.</param>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Fields);
