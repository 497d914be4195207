using System.Collections.Frozen;
using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>The closed lists of words of the format, and what they stand for.</summary>
/// <source choice="schema azygos-benchmark/1"/>
public static class BenchmarkNames
{
    /// <summary>The version of the format.</summary>
    public const string Schema = "azygos-benchmark/1";

    /// <summary>Families of cases.</summary>
    public static IReadOnlyDictionary<string, CaseFamily> Families { get; } = new Dictionary<string, CaseFamily>
    {
        ["rest"] = CaseFamily.Rest,
        ["riemann"] = CaseFamily.Riemann,
        ["junction-riemann"] = CaseFamily.JunctionRiemann,
        ["linear-waves"] = CaseFamily.LinearWaves,
        ["pulse"] = CaseFamily.Pulse,
        ["steady"] = CaseFamily.Steady,
        ["starling"] = CaseFamily.Starling,
        ["stenosis"] = CaseFamily.Stenosis,
        ["womersley"] = CaseFamily.Womersley,
        ["zero-d"] = CaseFamily.ZeroD,
        ["svzerod"] = CaseFamily.SvZeroD,
        ["network"] = CaseFamily.Network,
    }.ToFrozenDictionary();

    /// <summary>Metrics.</summary>
    public static IReadOnlyDictionary<string, Metric> Metrics { get; } = new Dictionary<string, Metric>
    {
        ["drift_relative"] = Metric.DriftRelative,
        ["harmonic_amplitude_relative"] = Metric.HarmonicAmplitudeRelative,
        ["harmonic_phase_absolute"] = Metric.HarmonicPhaseAbsolute,
        ["jump_position_cells"] = Metric.JumpPositionCells,
        ["l1_relative_range"] = Metric.L1RelativeRange,
        ["max_absolute"] = Metric.MaxAbsolute,
        ["max_relative"] = Metric.MaxRelative,
        ["max_relative_pointwise"] = Metric.MaxRelativePointwise,
        ["max_u_over_c"] = Metric.MaxUOverC,
        ["minimum"] = Metric.Minimum,
        ["order_min"] = Metric.OrderMin,
        ["overshoot_fraction"] = Metric.OvershootFraction,
        ["peak_relative"] = Metric.PeakRelative,
        ["peak_time_absolute"] = Metric.PeakTimeAbsolute,
        ["rms_relative"] = Metric.RmsRelative,
        ["rms_relative_max"] = Metric.RmsRelativeMax,
        ["rms_relative_worst"] = Metric.RmsRelativeWorst,
        ["spread_relative"] = Metric.SpreadRelative,
        ["uniformity_relative"] = Metric.UniformityRelative,
        ["value_absolute"] = Metric.ValueAbsolute,
        ["value_relative"] = Metric.ValueRelative,
    }.ToFrozenDictionary();

    /// <summary>Quantities of probes, the unit last.</summary>
    public static IReadOnlyDictionary<string, CaseQuantity> Quantities { get; } = new Dictionary<string, CaseQuantity>
    {
        ["pressure_Pa"] = CaseQuantity.Pressure,
        ["flow_m3_s"] = CaseQuantity.Flow,
        ["area_m2"] = CaseQuantity.Area,
        ["velocity_m_s"] = CaseQuantity.Velocity,
        ["area_ratio"] = CaseQuantity.AreaRatio,
        ["speed_index"] = CaseQuantity.SpeedIndex,
        ["pressure_drop_Pa"] = CaseQuantity.PressureDrop,
        ["opening"] = CaseQuantity.Opening,
        ["volume_m3"] = CaseQuantity.Volume,
        ["m_real"] = CaseQuantity.WomersleyReal,
        ["m_imag"] = CaseQuantity.WomersleyImaginary,
        ["resistance_ratio"] = CaseQuantity.ResistanceRatio,
        ["inertance_ratio"] = CaseQuantity.InertanceRatio,
        ["wave_speed_ratio"] = CaseQuantity.WaveSpeedRatio,
        ["attenuation_per_wavelength"] = CaseQuantity.AttenuationPerWavelength,
        ["flow_amplitude_m3_s"] = CaseQuantity.FlowAmplitude,
        ["flow_phase_rad"] = CaseQuantity.FlowPhase,
        ["wall_shear_amplitude_Pa"] = CaseQuantity.WallShearAmplitude,
        ["wall_shear_phase_rad"] = CaseQuantity.WallShearPhase,
        ["model_output"] = CaseQuantity.ModelOutput,
    }.ToFrozenDictionary();

    /// <summary>Units of waveforms and bars.</summary>
    internal static IReadOnlyDictionary<string, string> Units { get; } =
        new[] { "1", "Pa", "m", "m3/s", "m/s", "s", "rad", "cells" }.ToFrozenDictionary(unit => unit);

    /// <summary>Norms of errors.</summary>
    internal static IReadOnlyDictionary<string, ErrorNorm> Norms { get; } = new Dictionary<string, ErrorNorm>
    {
        ["rms"] = ErrorNorm.RootMeanSquare,
        ["max"] = ErrorNorm.Maximum,
        ["l1"] = ErrorNorm.MeanAbsolute,
    }.ToFrozenDictionary();

    /// <summary>The word for a metric.</summary>
    public static string Of(Metric metric) => Metrics.First(pair => pair.Value == metric).Key;

    /// <summary>The word for a family.</summary>
    public static string Of(CaseFamily family) => Families.First(pair => pair.Value == family).Key;
}
