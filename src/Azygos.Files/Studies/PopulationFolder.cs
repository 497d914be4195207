using Azygos.Studies.Populations;

namespace Azygos.Files.Studies;

/// <summary>A population as read.</summary>
/// <param name="Population">Where people come from.</param>
/// <param name="Rows">Its distributions, with their sources.</param>
/// <param name="Checks">Published values to hold it against.</param>
public sealed record PopulationFolder(
    Population Population, IReadOnlyList<PopulationRow> Rows, IReadOnlyList<PopulationCheckRow> Checks);
