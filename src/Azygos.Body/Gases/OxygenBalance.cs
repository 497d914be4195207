using Azygos.Body.Model;
using Azygos.Circulation.Transport;

namespace Azygos.Body.Gases;

/// <summary>Oxygen over a whole body: what every bed takes of the blood that reaches it, and what that leaves for the
/// others.</summary>
/// <remarks>
/// Arterial content is given where the lungs empty into the left atrium. What a bed takes depends on what arrives, and
/// what arrives on what others take only where blood passes two beds; so consumption is found by repeating: mix, take,
/// mix again, until nothing changes. It ends at once where all beds are fed by arteries.
/// </remarks>
/// <source choice="design of this project: transport on the run's own flows"/>
internal sealed class OxygenBalance
{
    // Chosen: far below the last digit that is printed, far above round-off.
    private const double Settled = 1e-13;

    // Chosen: each pass hands on the change of one bed to the next one downstream.
    private const int MostPasses = 100;

    private readonly OxygenNumbers numbers;

    private OxygenBalance(OxygenNumbers numbers, MixedState state, Dictionary<string, Extraction> beds)
    {
        this.numbers = numbers;
        State = state;
        Beds = beds;
    }

    /// <summary>Content at every node.</summary>
    public MixedState State { get; }

    /// <summary>What each bed takes, by bed.</summary>
    public IReadOnlyDictionary<string, Extraction> Beds { get; }

    /// <summary>Saturation at a node [1]; null where no blood from the lungs passes.</summary>
    public double? Saturation(string node) =>
        State.At(node) is { } content ? numbers.Blood.Saturation(Math.Max(0, content)) : null;

    /// <summary>Partial pressure at a node [Pa]; null where no blood from the lungs passes.</summary>
    public double? Pressure(string node) =>
        State.At(node) is { } content ? numbers.Blood.Pressure(Math.Max(0, content)) : null;

    /// <summary>The node that the lungs empty into: whose only way on is the left atrium, or that atrium.</summary>
    public static string LungsOf(BodyModel model)
    {
        string atrium = model.Chambers.First(chamber => chamber.Id == "left_atrium").Node;
        return model.Compartments.FirstOrDefault(row => row.To == atrium)?.From ?? atrium;
    }

    /// <summary>Finds the balance.</summary>
    /// <param name="model">The model, with oxygen demands.</param>
    /// <param name="numbers">Its oxygen parameters.</param>
    /// <param name="flows">Balanced mean flows.</param>
    /// <param name="mixesToAndFro">Whether to-and-fro flow mixes.</param>
    public static OxygenBalance Find(BodyModel model, OxygenNumbers numbers, MeanFlows flows, bool mixesToAndFro)
    {
        var mixing = new SteadyMixing(flows, LungsOf(model), mixesToAndFro);
        ILookup<string, MeanBranch> into = flows.Branches.ToLookup(b => b.Flow < 0 ? b.From : b.To);
        Dictionary<string, double> taken = [];
        for (int pass = 1; ; pass++)
        {
            MixedState state = mixing.Solve(numbers.Arterial, taken);
            var beds = new Dictionary<string, Extraction>();
            foreach ((string bed, double demand, double? diffusivity) in BedDemands.Of(model, numbers))
            {
                string tissue = BodyFlows.TissueOf(bed);
                double flow = state.At(tissue) is null ? 0 : into[tissue].Sum(b => Math.Abs(b.Flow))
                    + (mixesToAndFro ? ToAndFro(flows, tissue) : 0);
                beds[bed] = Extraction.Of(
                    numbers.Blood, Math.Max(0, state.Into(tissue) ?? 0), flow, demand, diffusivity);
            }

            double change = beds.Sum(bed => Math.Abs(
                bed.Value.Consumption - taken.GetValueOrDefault(BodyFlows.TissueOf(bed.Key))));
            if (change <= Settled * beds.Values.Sum(bed => bed.Consumption) || pass == MostPasses)
                return new(numbers, state, beds);
            taken = beds.ToDictionary(bed => BodyFlows.TissueOf(bed.Key), bed => bed.Value.Consumption);
        }
    }

    private static double ToAndFro(MeanFlows flows, string node) => flows.Branches
        .Where(b => b.Flow != 0 && (b.From == node || b.To == node)).Sum(b => b.ToAndFro);
}

/// <summary>What the beds of a model ask for.</summary>
internal static class BedDemands
{
    /// <summary>Every bed with its demand [m³/s] and the diffusivity of its capillaries [m³/(s·Pa)], null where only
    /// delivery limits. A territory of the brain has the share of mass, demand and diffusivity that it has of the
    /// flow.</summary>
    public static IEnumerable<(string Bed, double Demand, double? Diffusivity)> Of(
        BodyModel model, OxygenNumbers numbers)
    {
        foreach (OxygenDemandRow row in model.OxygenDemands)
            yield return (row.Bed, Quantities.Flow.FromMillilitresPerMinute(row.Demand).CubicMetresPerSecond, null);
        foreach (CerebralBedRow bed in model.CerebralBeds)
            yield return (
                bed.Id, bed.FlowShare * numbers.BrainDemand,
                bed.FlowShare > 0 ? bed.FlowShare * numbers.BrainDiffusivity : null);
    }
}
