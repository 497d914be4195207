using Azygos.Circulation.Assembly;
using Azygos.Circulation.Running;
using Azygos.Circulation.Vessels;
using Azygos.Circulation.Waves;
using Azygos.Testing;

namespace Azygos.Circulation.Tests.Waves;

/// <summary>What a vessel costs does not depend on how many others there are. The tree of 10,000 is in the
/// benchmarks.</summary>
public sealed class ScalingTests
{
    // The bar of the project; trees of one mix differ in their ends and in how branches come to lie.
    private const double Bar = 0.05;

    private const int Small = 101, Large = 1001, Seed = 7;

    [Fact]
    public void Cell_steps_and_nodes_of_a_second_are_as_many_for_each_vessel()
    {
        (double cells, double nodes) small = Work(Small), large = Work(Large);
        Assert.InRange(large.cells / small.cells, 1 - Bar, 1 + Bar);
        Assert.InRange(large.nodes / small.nodes, 1 - Bar, 1 + Bar);
    }

    [Fact]
    public void Factors_have_as_many_numbers_for_each_vessel()
    {
        (double entries, double operations) small = Factors(Small), large = Factors(Large);
        Assert.InRange(large.entries / small.entries, 1 - Bar, 1 + Bar);
        Assert.InRange(large.operations / small.operations, 1 - Bar, 1 + Bar);
    }

    [Fact]
    public void Memory_of_a_mesh_grows_with_its_vessels_and_no_faster()
    {
        Memory(Small);   // what is made once
        double small = Memory(Small), large = Memory(Large);
        Assert.InRange(large / small, 0.5, 1.2);   // lists grow by doubling: their spare room differs
    }

    private static (double Cells, double Nodes) Work(int vessels)
    {
        WaveSystem system = new(new BifurcatingTree(vessels, Seed).WithWaves(), new MeshOptions());
        const double End = 0.1;
        while (system.Time < End) Assert.Null(system.Step(1e-3, End));
        return ((double)system.Stepper.CellSteps / vessels, (double)system.Stepper.NodeSolves / vessels);
    }

    private static (double Entries, double Operations) Factors(int vessels)
    {
        LumpedSystem system = new(new BifurcatingTree(vessels, Seed).Lumped());
        return ((double)system.Matrix.NonZeros / vessels, (double)system.Matrix.Operations / vessels);
    }

    private static double Memory(int vessels)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        VesselSimulation simulation = new(new BifurcatingTree(vessels, Seed).WithWaves());
        double bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(simulation);
        return bytes / vessels;
    }
}
