using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;

namespace Azygos.Files.SvZeroD;

/// <summary>Reads the simulation parameters.</summary>
internal static class PlanReader
{
    /// <summary>The plan; its period is that of the model.</summary>
    public static BlockPlan Read(ModelPart part)
    {
        if (part.Flag("coupled_simulation", false))
            part.Fault("coupled_simulation", "must be false: coupling with another solver is not understood");
        if (part.Has("cardiac_period"))
            part.File.Period(part.Value.Members["cardiac_period"], part.Number("cardiac_period", Allowed.Positive));
        bool counted = !part.Flag("use_cycle_to_cycle_error", false);
        double tolerance = part.Number("sim_cycle_to_cycle_percent_error", 1, Allowed.Positive) / 100;
        if (tolerance >= 1) part.Fault("sim_cycle_to_cycle_percent_error", "must be below 100");
        BlockPlan plan = new()
        {
            Period = 1,
            Cycles = part.Whole("number_of_cardiac_cycles", atLeast: counted ? 1 : 2),
            PointsPerCycle = part.Whole("number_of_time_pts_per_cardiac_cycle", atLeast: 2),
            SteadyInitial = part.Flag("steady_initial", true),
            ByVariable = part.Flag("output_variable_based", false),
            AllCycles = part.Flag("output_all_cycles", false),
            OutputInterval = part.Whole("output_interval", atLeast: 1, otherwise: 1),
            MeanOnly = part.Flag("output_mean_only", false),
            Derivatives = part.Flag("output_derivative", false),
            CycleTolerance = counted ? null : tolerance,
            ResidualTolerance = part.Number("absolute_tolerance", 1e-8, Allowed.Positive),
        };
        // Of the integrator of the other program, and of the maker of the file: checked, and without effect here.
        part.Whole("maximum_nonlinear_iterations", atLeast: 1, otherwise: 1);
        part.Number("rho_infty", 0, Allowed.Share);
        part.Number("density", 1, Allowed.Positive);
        part.Number("viscosity", 1, Allowed.Positive);
        part.Ignore("maximum_nonlinear_iterations", "rho_infty", "density", "viscosity", "model_name");
        part.Finish("the simulation parameters");
        return plan;
    }
}
