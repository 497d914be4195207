namespace Azygos.Studies.Populations;

/// <summary>Something wrong with the tables of a population.</summary>
/// <param name="Table">The table, such as <c>population</c>.</param>
/// <param name="Row">Index of the row, from 0; null where rows are missing.</param>
/// <param name="Column">Column, or empty.</param>
/// <param name="Value">Value as read, or empty.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record PopulationFault(string Table, int? Row, string Column, string Value, string Message);
