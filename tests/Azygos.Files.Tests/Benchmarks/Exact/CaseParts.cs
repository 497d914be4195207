using Azygos.Circulation.ExactSolutions;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;

namespace Azygos.Files.Tests.Benchmarks.Exact;

/// <summary>A case's vessels, blood and waveforms as the exact solutions take them.</summary>
internal static class CaseParts
{
    public static Blood BloodOf(CaseNetwork network) => VesselCaseNetwork.Of(network).Network.Blood;

    public static Vessel VesselOf(CaseNetwork network, string id)
        => VesselCaseNetwork.Of(network).Network.Vessels.First(vessel => vessel.Id == id);

    /// <summary>The tube at a place of a vessel.</summary>
    public static ElasticTube TubeOf(CaseNetwork network, string id, double x = 0, bool fromLeft = false)
    {
        Vessel vessel = VesselOf(network, id);
        return new ElasticTube(vessel.Wall, vessel.Profile.At(x, fromLeft), network.Fluid!.Density);
    }

    public static UniformStart StartOf(CaseNetwork network, string id)
        => (UniformStart)network.Vessels.First(vessel => vessel.Id == id).Initial;

    public static T Node<T>(CaseNetwork network, string id)
        where T : NetworkNode
        => (T)network.Nodes.First(node => node.Id == id);
}
