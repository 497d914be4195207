using Azygos.Circulation.Vessels;

namespace Azygos.Circulation.Plausibility;

/// <summary>Says before a run what is likely to make its result poor.</summary>
/// <remarks>
/// Too few cells for the waves that enter, joints that reflect because a taper is drawn as a step, inflow that does not
/// repeat, numbers in another unit, time constants longer than the run. Warnings, not faults: an idealised model may
/// mean all of it.
/// </remarks>
/// <source choice="the list of usual mistakes in published and shared models"/>
public static class PoorModel
{
    /// <summary>All warnings of a network and a run of it, in the order of its parts.</summary>
    public static IReadOnlyList<ModelWarning> Warnings(VesselNetwork network, IntendedRun run)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(run);
        return
        [
            .. UnitSlips.Of(network),
            .. WaveResolution.Of(network, run),
            .. SteppedJoints.Of(network),
            .. InflowRepeats.Of(network, run),
            .. TimeConstants.Of(network, run),
        ];
    }
}
