using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Plausibility;

/// <summary>What is going to be run.</summary>
/// <param name="Id">Name of the run.</param>
/// <param name="Mesh">Its mesh; of a refinement the finest.</param>
/// <param name="Duration">Longest simulated time [s], positive.</param>
/// <param name="Period">Period to which it is run [s]; null when it is not periodic.</param>
/// <source choice="what the checks need to know"/>
public sealed record IntendedRun(string Id, MeshOptions Mesh, double Duration, double? Period);
