using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;

namespace Azygos.Body.Calibration;

/// <summary>The quantities whose uncertainty is stated: every validation row of the posture, pressure, flow and area
/// at every venous site, and the pressures along a pull-back on both sides.</summary>
internal sealed class Headlines
{
    private readonly List<(string Quantity, string Unit, double? Distance, Func<SteadyBody, double?> Of)> all = [];

    public Headlines(BodyModel model, string posture)
    {
        foreach (ValidationRow row in model.Validation.Where(row => row.Posture == posture))
            all.Add((row.Id, row.Unit, null, body => body.Value(row.Quantity, row.Unit)));
        HashSet<string> arteries = [.. model.Vessels.Where(v => v.Kind == "artery").Select(v => v.Id)];
        foreach (SiteRow site in model.Sites.Where(site => !arteries.Contains(site.Vessel)))
        {
            Add(site, "pressure_mmHg", "mmHg", s => s.Pressure.Mean);
            if (site.Vessel.Length == 0) continue;
            Add(site, "flow_mL_min", "mL/min", s => s.Flow?.Mean);
            Add(site, "area_cm2", "cm²", s => s.Area?.Mean);
        }

        foreach (PullBack way in PullBack.Sides.Select(side => PullBack.Of(model, side)).OfType<PullBack>())
            foreach (PullBackPlace place in way.Places)
                all.Add(($"pullback.{way.Side}.{place.Node}", "mmHg", place.Distance,
                    body => body.PressureAt(place.Node).MillimetresOfMercury));
    }

    /// <summary>Names, units and distances of the quantities.</summary>
    public IReadOnlyList<(string Quantity, string Unit, double? Distance)> All =>
        [.. all.Select(one => (one.Quantity, one.Unit, one.Distance))];

    /// <summary>Values in a state; NaN where it cannot give one.</summary>
    public double[] Values(SteadyBody body) => [.. all.Select(one => one.Of(body) ?? double.NaN)];

    private void Add(SiteRow site, string quantity, string unit, Func<SiteResult, double?> of) =>
        all.Add(($"{site.Id}.{quantity}", unit, null, body => of(body.Sites.First(s => s.Site.Id == site.Id))));
}
