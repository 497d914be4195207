using System.Globalization;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;

namespace Azygos.Body.Results;

/// <summary>How far the assumed dimensions of collateral veins move the numbers of one run: the model's own rows of
/// uncertainty, where they were computed from the numbers that were run.</summary>
/// <remarks>
/// A row holds quantiles of the mean-flow state over samples, and that state of the model as it stands. What carries
/// over to a beating run is the move, quantile minus that state: the two states differ a little by themselves.
/// </remarks>
/// <source choice="a band of other numbers is never shown as this run's"/>
public sealed class CollateralBands
{
    private readonly Dictionary<string, UncertaintyRow> rows;

    private CollateralBands(IReadOnlyList<UncertaintyRow> fitting, IReadOnlyList<string> objections)
    {
        rows = objections.Count > 0 ? [] : fitting.ToDictionary(row => row.Quantity);
        Objections = objections;
        First = objections.Count > 0 || fitting.Count == 0 ? null : fitting[0];
    }

    /// <summary>Why the model's rows say nothing about this run, each a clause; empty where they do.</summary>
    public IReadOnlyList<string> Objections { get; }

    /// <summary>True when there are bands of this run.</summary>
    public bool Any => First is not null;

    /// <summary>One of the rows, for samples, seed and detail, which all share; null where there are none.</summary>
    public UncertaintyRow? First { get; }

    /// <summary>The bands of a run.</summary>
    public static CollateralBands Of(SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        BodyModel model = result.Model;
        if (model.Uncertainty.Count == 0) return new([], ["none were computed for this model"]);
        List<string> objections = [];
        if (model.HasStaleUncertainty) objections.Add("the model’s files have changed since they were computed");
        int replaced = result.Settings.Overrides.Count;
        if (replaced > 0)
            objections.Add(string.Create(CultureInfo.InvariantCulture,
                $"{replaced} {(replaced == 1 ? "number was" : "numbers were")} replaced for this run"));
        if (model.Marks.Count > 0) objections.Add("the body was changed for this run");
        string detail = result.Settings.Detail == AnatomicalDetail.Full ? "full" : "core";
        if (model.Uncertainty.Any(row => row.Detail != detail))
            objections.Add($"they were computed at detail {model.Uncertainty[0].Detail}, this run is {detail}");
        string posture = result.Settings.Posture;
        UncertaintyRow[] fitting = [.. model.Uncertainty.Where(row => row.Posture == posture)];
        if (fitting.Length == 0) objections.Add("none were computed for this posture");
        return new(fitting, objections);
    }

    /// <summary>The row of a validation row's id, of <c>SITE.pressure_mmHg</c> (<c>flow_mL_min</c>, <c>area_cm2</c>),
    /// or of <c>pullback.SIDE.NODE</c>; null where this run has none.</summary>
    public UncertaintyRow? For(string quantity) => rows.GetValueOrDefault(quantity);
}
