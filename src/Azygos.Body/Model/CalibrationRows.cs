using System.Globalization;

namespace Azygos.Body.Model;

/// <summary>A knob of the calibration: what was turned, how far, and by which datum.</summary>
/// <remarks>
/// The tables always hold effective numbers: with the knob at <see cref="Value"/>. Turned to v, each number that
/// <see cref="Cells"/> names is multiplied by (v/Value)^<see cref="Power"/>; Azygos.Body.Calibration does it.
/// </remarks>
/// <source choice="one row a knob, machine-readable, so that a fit can be repeated"/>
public sealed record CalibrationRow
{
    /// <summary>Identifier.</summary>
    public required string Knob { get; init; }

    /// <summary>What it applies to, for people.</summary>
    public required string AppliesTo { get; init; }

    /// <summary>Numbers that it scales, such as <c>vessels.vertebral_vein_*.rest_area_cm2</c> or a parameter path,
    /// separated by semicolons; empty where it is no scale.</summary>
    public required string Cells { get; init; }

    /// <summary>Power of the knob in those numbers: 1, 2 for the radius of an area, −1 for a conductance; null without
    /// cells.</summary>
    public double? Power { get; init; }

    /// <summary>Value at which the tables stand, in <see cref="Unit"/>; null where <see cref="Setting"/> says it in
    /// words.</summary>
    public double? Value { get; init; }

    /// <summary>Unit as printed, or <c>factor</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Value before calibration; null where there is none.</summary>
    public double? Start { get; init; }

    /// <summary>Smallest value allowed.</summary>
    public double? Low { get; init; }

    /// <summary>Largest value allowed.</summary>
    public double? High { get; init; }

    /// <summary>What was set, in words, or empty.</summary>
    public string Setting { get; init; } = "";

    /// <summary>Validation rows that it is fitted to, separated by semicolons; the first one's response is its
    /// sensitivity.</summary>
    public string Datum { get; init; } = "";

    /// <summary>Why it stands where it does, for people.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What came out, for people.</summary>
    public string Achieved { get; init; } = "";

    /// <summary>Change of the first datum for +10 % of the knob, in the datum's unit; null where it was not
    /// computed.</summary>
    public double? Sensitivity { get; init; }

    /// <summary><c>fitted</c>, <c>set</c>, <c>selected</c> or <c>kept</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Basis and source.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Value with its unit, or the setting in words.</summary>
    public string Settled => Value is not { } value ? Setting
        : string.Create(CultureInfo.InvariantCulture, $"{value:G4} {Unit}") + (Setting.Length > 0 ? ", " + Setting : "");
}

/// <summary>Vessels whose dimensions are assumed and vary together in the uncertainty of a model.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Vessels">Ids of vessels, <c>*</c> for any letters, separated by semicolons.</param>
/// <param name="Low">Smallest factor of their radius [1].</param>
/// <param name="High">Largest factor of their radius [1].</param>
/// <param name="Provenance">Basis and source of the dimensions.</param>
public sealed record CollateralRow(
    string Id, string Name, string Vessels, double Low, double High, Provenance Provenance);

/// <summary>How far a quantity is uncertain because collateral dimensions are assumed: quantiles over samples of the
/// mean-flow state.</summary>
/// <param name="Quantity">Id of the quantity: a validation row, a site's quantity, or a place of a pull-back.</param>
/// <param name="Posture"><c>supine</c> or <c>sitting</c>.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Nominal">Mean-flow state of the model as it stands.</param>
/// <param name="Median">Median of the samples.</param>
/// <param name="Low95">2.5 % quantile.</param>
/// <param name="Low68">16 % quantile.</param>
/// <param name="High68">84 % quantile.</param>
/// <param name="High95">97.5 % quantile.</param>
/// <param name="Distance">Distance from the start of a pull-back [cm]; null for other quantities.</param>
/// <param name="Samples">Samples that have a mean-flow state.</param>
/// <param name="Failed">Samples that have none.</param>
/// <param name="Seed">Seed of the samples.</param>
/// <param name="Detail">Detail of the model that was solved, <c>core</c> or <c>full</c>.</param>
/// <param name="ModelHash">Hash of the model that was solved; another one means that the row is stale.</param>
public sealed record UncertaintyRow(
    string Quantity, string Posture, string Unit, double Nominal, double Median, double Low95, double Low68,
    double High68, double High95, double? Distance, int Samples, int Failed, int Seed, string Detail, string ModelHash);
