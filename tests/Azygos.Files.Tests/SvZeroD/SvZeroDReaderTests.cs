using Azygos.Circulation.Blocks;
using Azygos.Files.Faults;
using Azygos.Files.SvZeroD;
using Azygos.Files.Tests.Benchmarks;

namespace Azygos.Files.Tests.SvZeroD;

/// <summary>What of svZeroDSolver's format is understood, and how the rest is refused.</summary>
public sealed class SvZeroDReaderTests
{
    private static string Own(string name) =>
        File.ReadAllText(Path.Combine(CaseSets.Folder("own"), "svzerod", name, "model.json"));

    private static (BlockModel? Model, IReadOnlyList<Fault> Faults) Read(string text)
    {
        FaultList faults = new();
        BlockModel? model = SvZeroDReader.Read(text, "model.json", faults);
        return (model, faults.Found);
    }

    [Theory]
    [InlineData("steady-tree", "\"vessels\"", "\"vesels\"", "/vesels", "not understood in a model; did you mean vessels?")]
    [InlineData("steady-tree", "\"C\": 1e-4, \"L\": 2.0", "\"C\": 1e-4, \"Lx\": 2.0",
        "/vessels/0/zero_d_element_values/Lx", "not understood in the values of a vessel")]
    [InlineData("steady-tree", "\"C\": 1e-4, \"L\": 2.0", "\"C\": -1, \"L\": 2.0",
        "/vessels/0/zero_d_element_values/C", "0 or above")]
    [InlineData("steady-tree", "{\"R_poiseuille\": 10.0}", "{\"C\": 1e-4}", "/vessels/5/zero_d_element_values",
        "lacks the key R_poiseuille")]
    [InlineData("steady-tree", "\"BloodVesselCRL\"", "\"BloodVesselA\"", "/vessels/2/zero_d_element_type",
        "is not understood; it must be one of BloodVessel, BloodVesselCRL; did you mean BloodVessel?")]
    [InlineData("steady-tree", "\"RESISTANCE\"", "\"IMPEDANCE\"", "/boundary_conditions/2/bc_type", "is not understood")]
    [InlineData("steady-tree", "\"outlet\": \"LEG\"", "\"outlet\": \"LEGS\"", "/vessels/1/boundary_conditions/outlet",
        "names a block that is not there, LEGS; did you mean LEG?")]
    [InlineData("steady-tree", "\"outlet_vessels\": [1, 2]", "\"outlet_vessels\": [1, 9]",
        "/junctions/0/outlet_vessels/1", "not the number of a vessel")]
    [InlineData("steady-tree", "\"vessel_id\": 1", "\"vessel_id\": 0", "/vessels/1/vessel_id", "number of another vessel")]
    [InlineData("steady-tree", "\"vessel_name\": \"arm\"", "\"vessel_name\": \"trunk\"", "/vessels/3",
        "has the name trunk of another block")]
    [InlineData("steady-tree", "\"R_poiseuille\": [5.0, 8.0]", "\"R_poiseuille\": [5.0]", "/junctions/1",
        "needs one inlet, and as many outlets as values, 1; it has 1 at its inlet and 2 at its outlet")]
    [InlineData("steady-tree", "\"L\": [0.1, 0.0]", "\"C\": [0.1, 0.0], \"L\": [0.1, 0.0]",
        "/junctions/1/junction_values/C", "a compliance in a junction is not understood")]
    [InlineData("steady-tree", "\"t\": [0.0, 0.9]", "\"t\": [0.0, 0.8]",
        "/boundary_conditions/4/bc_values/t", "all must have the same length")]
    [InlineData("steady-tree", "\"t\": [0.0, 0.9]", "\"t\": [0.1, 1.0]",
        "/boundary_conditions/0/bc_values/t/0", "must be 0, the start of the cycle")]
    [InlineData("steady-tree", "\"t\": [0.0, 0.9]", "\"t\": [0.0, 0.4, 0.9]",
        "/boundary_conditions/0/bc_values/t", "as many times as there are values, 2")]
    [InlineData("steady-tree", "\"bc_values\": {\"Q\": 3.0}", "\"bc_values\": {\"Q\": 3.0, \"fn\": \"sin(t)\"}",
        "/boundary_conditions/1/bc_values/fn", "not understood in the values of FLOW")]
    [InlineData("steady-tree", "\"number_of_cardiac_cycles\": 3", "\"number_of_cardiac_cycles\": 0",
        "/simulation_parameters/number_of_cardiac_cycles", "whole number of at least 1")]
    [InlineData("steady-tree", "\"output_variable_based\": true", "\"coupled_simulation\": true",
        "/simulation_parameters/coupled_simulation", "coupling with another solver is not understood")]
    [InlineData("steady-tree", "\"output_variable_based\": true", "\"output_variable_based\": 1",
        "/simulation_parameters/output_variable_based", "true or false")]
    [InlineData("steady-tree", "\"junctions\": [", "\"external_solver_coupling_blocks\": [], \"junctions\": [",
        "/external_solver_coupling_blocks", "not understood in a model")]
    [InlineData("steady-tree", "\"outlet\": \"CAP\"", "\"outlet\": \"LEG\"", "/boundary_conditions/2",
        "LEG needs one connection, at the outlet of another block; it has 2 at its inlet")]
    [InlineData("ramps-into-an-rcr", "\"pressure_c:END\"", "\"pressure_c:ENDE\"", "/initial_condition/pressure_c:ENDE",
        "is no variable of this model; did you mean pressure_c:END?")]
    [InlineData("heart-and-coronaries", "\"closed_loop_outlet\": true", "\"closed_loop_outlet\": false",
        "/boundary_conditions/0/bc_values/closed_loop_outlet", "leads nowhere")]
    [InlineData("heart-and-coronaries", "\"tpwave\": 9.5, ", "", "/closed_loop_blocks/0/parameters",
        "lacks the key tpwave")]
    [InlineData("heart-and-coronaries", "ClosedLoopHeartAndPulmonary", "ClosedLoopPump",
        "/closed_loop_blocks/0/closed_loop_type", "is not understood")]
    public void A_fault_is_told_with_its_path(string name, string right, string wrong, string path, string message)
    {
        string text = Own(name);
        Assert.Contains(right, text, StringComparison.Ordinal);
        int at = text.IndexOf(right, StringComparison.Ordinal);
        (BlockModel? model, IReadOnlyList<Fault> faults) =
            Read(string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length)));
        Assert.Null(model);
        Fault fault = Assert.Single(faults, fault => fault.Key == path);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Line > 0);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        string text = Own("steady-tree").Replace("\"R_poiseuille\": 20.0", "\"R_poiseuille\": -20.0")
            .Replace("\"Pd\": 40.0", "\"Pdx\": 40.0").Replace("\"NORMAL_JUNCTION\"", "\"STRANGE_JUNCTION\"");
        string[] paths = [.. Read(text).Faults.Select(fault => fault.Key)];
        Assert.Superset(
            new HashSet<string>
            {
                "/boundary_conditions/2/bc_values/Pdx", "/boundary_conditions/3/bc_values/Pdx",
                "/junctions/0/junction_type", "/vessels/0/zero_d_element_values/R_poiseuille",
            },
            paths.ToHashSet());
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("{", "is not JSON")]
    [InlineData("{\"vessels\": []}", "lacks the key simulation_parameters")]
    public void What_is_no_model_is_refused(string text, string message) =>
        Assert.Contains(Read(text).Faults, fault => fault.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void A_ring_without_resistance_is_told_when_it_is_read()
    {
        string text = Own("steady-tree").Replace("\"R_poiseuille\": 10.0", "\"R_poiseuille\": 0.0")
            .Replace("\"bc_type\": \"FLOW\", \"bc_values\": {\"Q\": 3.0}",
                "\"bc_type\": \"PRESSURE\", \"bc_values\": {\"P\": 3.0}");
        Assert.Contains(Read(text).Faults, fault => fault.Message.Contains(
            "SIDE and CAP prescribe the pressure of one point", StringComparison.Ordinal));
    }

    [Fact]
    public void Valves_chambers_and_activations_are_read()
    {
        (BlockModel? model, IReadOnlyList<Fault> faults) = Read(ChamberLoop);
        Assert.Empty(faults);
        Assert.Equal(
            ["arteries", "veins", "bed", "before", "out", "in", "left", "right"],
            model!.Blocks.Select(block => block.Name));
        ChamberBlock left = Assert.IsType<ChamberBlock>(model.Blocks[6]), right = (ChamberBlock)model.Blocks[7];
        Assert.Equal((new CosineTwitch(0.1, 0.3), 1e-3), (left.Activation, left.Inertance));
        Assert.Equal(new TwoCosines(0.05, 0.2, 0.1, 0.2), right.Activation);
        Assert.Equal((250, 50), (right.LargestElastance, right.SmallestElastance));
        Assert.Equal([null, 0.1], model.Blocks.OfType<ValveBlock>().Select(valve => valve.Steepness));
        Assert.Equal((0.8, 3, true), (model.Plan.Period, model.Plan.Cycles, model.Plan.SteadyInitial));
        Assert.Empty(BlockSimulation.Run(model, TestContext.Current.CancellationToken).Stopped);
        Assert.Empty(BlockSimulation.RunAtItsStep(model, 0.5, TestContext.Current.CancellationToken).Stopped);
    }

    private const string ChamberLoop = """
        {
            "_comment_": "keys that begin with _ are comments",
            "simulation_parameters": {
                "number_of_cardiac_cycles": 3, "number_of_time_pts_per_cardiac_cycle": 161,
                "cardiac_period": 0.8, "output_variable_based": true
            },
            "boundary_conditions": [],
            "vessels": [
                {
                    "vessel_id": 4, "vessel_name": "arteries", "zero_d_element_type": "BloodVessel",
                    "zero_d_element_values": {"R_poiseuille": 30.0, "C": 2e-3, "L": 2.0}
                },
                {
                    "vessel_id": 7, "vessel_name": "veins", "zero_d_element_type": "BloodVessel",
                    "zero_d_element_values": {"R_poiseuille": 400.0}
                }
            ],
            "junctions": [
                {
                    "junction_name": "bed", "junction_type": "internal_junction",
                    "inlet_vessels": [4], "outlet_vessels": [7]
                },
                {
                    "junction_name": "before", "junction_type": "resistive_junction",
                    "inlet_blocks": ["veins"], "outlet_blocks": ["right"], "junction_values": {"R": [1.0, 2.0]}
                }
            ],
            "valves": [
                {
                    "type": "PiecewiseValve", "name": "out",
                    "params": {"Rmax": 8e4, "Rmin": 8.0, "upstream_block": "left", "downstream_block": "arteries"}
                },
                {
                    "type": "ValveTanh", "name": "in",
                    "params": {
                        "Rmax": 8e4, "Rmin": 8.0, "Steepness": 0.1, "upstream_block": "right",
                        "downstream_block": "left"
                    }
                }
            ],
            "chambers": [
                {
                    "type": "ChamberElastanceInductor", "name": "left",
                    "values": {"Emax": 1800.0, "Emin": 60.0, "Vrd": 22.0, "Vrs": 18.0, "Impedance": 1e-3},
                    "activation_function": {"type": "half_cosine", "t_active": 0.1, "t_twitch": 0.3}
                },
                {
                    "type": "PiecewiseCosineChamber", "name": "right",
                    "values": {
                        "Emax": 200.0, "Epass": 50.0, "Vrest": 20.0, "contract_start": 0.05, "relax_start": 0.2,
                        "contract_duration": 0.1, "relax_duration": 0.2
                    }
                }
            ],
            "initial_condition": {"Vc:left": 100.0, "Vc:right": 80.0}
        }
        """;
}
