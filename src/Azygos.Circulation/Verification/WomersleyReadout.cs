using Azygos.Circulation.Womersley;

namespace Azygos.Circulation.Verification;

/// <summary>Values that a probe reads at Womersley's functions or at an oscillating tube: algebra, no network.</summary>
internal static class WomersleyReadout
{
    /// <summary>The probe's series over Womersley numbers or radii, ascending; null when it reads none.</summary>
    /// <exception cref="ArgumentException">A radius outside the tube, or a fluid without viscosity.</exception>
    public static Series? Of(CaseNetwork network, CaseProbe probe)
    {
        if (probe is not ElementSeriesProbe at) return null;
        return network.Elements.First(element => element.Id == at.Element) switch
        {
            WomersleyFunctionsElement functions => Over(functions.WomersleyNumbers, Function(at.Quantity)),
            WomersleyTubeElement tube => OfTube(tube, network.Fluid!, at),
            _ => null,
        };
    }

    private static Func<double, double>? Function(CaseQuantity quantity) => quantity switch
    {
        CaseQuantity.WomersleyReal => α => new WomersleyFunctions(α).M.Real,
        CaseQuantity.WomersleyImaginary => α => new WomersleyFunctions(α).M.Imaginary,
        CaseQuantity.ResistanceRatio => α => new WomersleyFunctions(α).ResistanceRatio,
        CaseQuantity.InertanceRatio => α => new WomersleyFunctions(α).InertanceRatio,
        CaseQuantity.WaveSpeedRatio => α => new WomersleyFunctions(α).WaveSpeedRatio,
        CaseQuantity.AttenuationPerWavelength => α => new WomersleyFunctions(α).AttenuationPerWavelength,
        _ => null,
    };

    private static Series? OfTube(WomersleyTubeElement tube, CaseFluid fluid, ElementSeriesProbe probe)
    {
        if (!(fluid.Viscosity > 0))
            throw new ArgumentException($"Element {tube.Id}: an oscillating tube needs a viscosity above 0.");
        OscillatingTubeFlow flow = new()
        {
            Radius = tube.Radius,
            AngularFrequency = 2 * Math.PI * tube.Frequency,
            PressureGradient = tube.PressureGradient,
            Density = fluid.Density,
            Viscosity = fluid.Viscosity,
        };
        return probe.Quantity switch
        {
            CaseQuantity.FlowAmplitude => new Series([0], [flow.Flow.Magnitude]),
            CaseQuantity.FlowPhase => new Series([0], [flow.Flow.Phase]),
            CaseQuantity.WallShearAmplitude => new Series([0], [flow.WallShear.Magnitude]),
            CaseQuantity.WallShearPhase => new Series([0], [flow.WallShear.Phase]),
            CaseQuantity.Velocity when probe.PhaseDegrees is { } degrees =>
                Over(tube.Radii, r => flow.Velocity(r, degrees * Math.PI / 180)),
            _ => null,
        };
    }

    private static Series? Over(IReadOnlyList<double> abscissa, Func<double, double>? value)
        => value is null ? null : new Series([.. abscissa.Order()], [.. abscissa.Order().Select(value)]);
}
