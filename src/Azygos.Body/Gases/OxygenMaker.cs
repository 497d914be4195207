using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Circulation.Transport;
using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>Oxygen of a periodic run, in the units that people use.</summary>
internal static class OxygenMaker
{
    /// <summary>Oxygen on the mean flows of a period; null where the model does not say what its beds consume.</summary>
    /// <param name="model">The model as run.</param>
    /// <param name="flows">Balanced mean flows.</param>
    public static OxygenResult? Make(BodyModel model, MeanFlows flows)
    {
        if (model.OxygenDemands.Count == 0) return null;
        var numbers = new OxygenNumbers(model);
        OxygenBalance still = OxygenBalance.Find(model, numbers, flows, mixesToAndFro: false);
        OxygenBalance mixed = OxygenBalance.Find(model, numbers, flows, mixesToAndFro: true);
        string lungs = OxygenBalance.LungsOf(model);
        Dictionary<string, double> demands = BedDemands.Of(model, numbers).ToDictionary(b => b.Bed, b => b.Demand);
        List<BedOxygen> territories = [.. model.CerebralBeds.Select(bed => Bed(
            bed.Id, bed.Name, demands[bed.Id], numbers.BrainMass * bed.FlowShare))];
        List<BedOxygen> beds = [.. model.Beds.Select(bed => Bed(bed.Id, bed.Name, demands[bed.Id], null))];
        double consumed = still.Beds.Values.Sum(bed => bed.Consumption);
        return new OxygenResult
        {
            ArterialSaturation = numbers.Blood.Saturation(numbers.Arterial),
            ArterialContent = 100 * numbers.Arterial,
            MixedVenousSaturation = numbers.Blood.Saturation(Math.Max(0, still.State.Into(lungs) ?? 0)),
            Uptake = PerMinute(still.State.Uptake),
            Consumption = PerMinute(consumed),
            Demand = PerMinute(demands.Values.Sum()),
            ConservationError = consumed > 0 ? Math.Abs(still.State.Uptake / consumed - 1) : 0,
            Sites = [.. model.Sites.Select(site => Site(flows, site, still, mixed)).OfType<SiteOxygen>()],
            Territories = territories,
            Beds = beds,
            Brain = Whole(numbers, territories),
            FlowCorrection = PerMinute(flows.LargestCorrection),
            CorrectedBranch = flows.WorstBranch,
        };

        BedOxygen Bed(string id, string name, double demand, double? mass)
        {
            Extraction taken = still.Beds[id];
            return new BedOxygen
            {
                Id = id,
                Name = name,
                Flow = PerMinute(flows.Branches.Where(b => b.To == BodyFlows.TissueOf(id)).Sum(b => b.Flow)),
                Mass = mass is { } kg ? 1000 * kg : null,
                Demand = PerMinute(demand),
                Consumption = PerMinute(taken.Consumption),
                ExtractionFraction = taken.Fraction,
                VenousSaturation = numbers.Blood.Saturation(Math.Max(0, taken.Leaving)),
                CapillaryPressure = MillimetresOfMercury(taken.CapillaryPressure),
                TissuePressure = taken.TissuePressure is { } tissue ? MillimetresOfMercury(tissue) : null,
                IsLimited = taken.IsLimited,
            };
        }
    }

    // Saturations of blood that leaves are means of contents; pressures are means over the tissue's mass.
    private static BedOxygen Whole(OxygenNumbers numbers, List<BedOxygen> parts)
    {
        double flow = parts.Sum(p => p.Flow), consumed = parts.Sum(p => p.Consumption), mass = parts.Sum(p => p.Mass ?? 0);
        double delivered = flow * numbers.Arterial;
        return new BedOxygen
        {
            Id = "brain",
            Name = "Brain",
            Flow = flow,
            Mass = mass,
            Demand = parts.Sum(p => p.Demand),
            Consumption = consumed,
            ExtractionFraction = delivered > 0 ? consumed / delivered : 0,
            VenousSaturation = numbers.Blood.Saturation(
                delivered > 0 ? Math.Max(0, numbers.Arterial - consumed / flow) : 0),
            CapillaryPressure = parts.Sum(p => p.CapillaryPressure * (p.Mass ?? 0)) / mass,
            TissuePressure = parts.Sum(p => (p.TissuePressure ?? 0) * (p.Mass ?? 0)) / mass,
            IsLimited = parts.Any(p => p.IsLimited),
        };
    }

    private static SiteOxygen? Site(
        MeanFlows flows, SiteRow site, OxygenBalance still, OxygenBalance mixed)
    {
        if (site.Vessel.Length == 0)
        {
            if (site.Node is BodyBuilder.CranialFluid or BodyBuilder.SpinalFluid) return null;
            return new SiteOxygen(
                site, still.Saturation(site.Node), mixed.Saturation(site.Node), Pressure(still, site.Node));
        }

        MeanBranch? vessel = flows.Branches.FirstOrDefault(b => b.Id == site.Vessel);
        if (vessel is null || vessel.Flow == 0) return new SiteOxygen(site, null, null, null);
        (string up, string down) = vessel.Flow < 0 ? (vessel.To, vessel.From) : (vessel.From, vessel.To);
        // What passes back and forth is a mixture of both ends.
        double back = vessel.ToAndFro / (Math.Abs(vessel.Flow) + 2 * vessel.ToAndFro);
        double? both = mixed.Saturation(up) is { } a && mixed.Saturation(down) is { } b
            ? (1 - back) * a + back * b
            : mixed.Saturation(up);
        return new SiteOxygen(site, still.Saturation(up), both, Pressure(still, up));
    }

    private static double? Pressure(OxygenBalance balance, string node) =>
        balance.Pressure(node) is { } pressure ? MillimetresOfMercury(pressure) : null;

    private static double PerMinute(double si) => Flow.FromCubicMetresPerSecond(si).MillilitresPerMinute;

    private static double MillimetresOfMercury(double si) =>
        Quantities.Pressure.FromPascals(si).MillimetresOfMercury;
}
