using Azygos.Clinic.Criteria;
using Azygos.Clinic.Signals;

namespace Azygos.Clinic.Tests.Criteria;

/// <summary>A made-up examination in which nothing is out of the ordinary, and whose sites can be changed.</summary>
internal static class Examined
{
    public const double DeadBand = 0.015;

    public static ExaminationSignals Normal { get; } = new()
    {
        Flavour = Flavour.Truth,
        Beat = 1,
        Sites = [.. from posture in Enum.GetValues<ExaminedPosture>() from site in Sites(posture) select site],
    };

    /// <summary>The normal examination with some sites changed.</summary>
    public static ExaminationSignals With(Func<SiteSignals, bool> which, Func<SiteSignals, SiteSignals> change) =>
        Normal with { Sites = [.. Normal.Sites.Select(site => which(site) ? change(site) : site)] };

    /// <summary>Velocity that runs backward for a while in the middle of 10 s.</summary>
    public static Trace Backward(double seconds) =>
        Sampled(t => t >= 4 && t < 4 + seconds - 1e-9 ? -0.2 : 0.2);

    public static Trace Sampled(Func<double, double> velocity) => new()
    {
        Step = 0.005,
        Values = [.. Enumerable.Range(0, 2000).Select(i => velocity(i * 0.005))],
    };

    private static IEnumerable<SiteSignals> Sites(ExaminedPosture posture)
    {
        bool lying = posture == ExaminedPosture.Supine;
        foreach (string side in new[] { "right", "left" })
        {
            foreach (string level in new[] { "j1", "j2", "j3" })
                yield return Site($"ijv_{side}", VeinKind.Jugular, level, lying ? 0.9e-4 : 0.1e-4, lying ? 5e-6 : 1e-6);
            yield return Site($"vertebral_{side}", VeinKind.Vertebral, "", 0.1e-4, lying ? 0.4e-6 : 1.5e-6);
            yield return Site($"basal_vein_{side}", VeinKind.Basal, "", 0.02e-4, 0.2e-6);
            yield return Site($"transverse_sinus_{side}", VeinKind.Sinus, "", 0.4e-4, 4e-6);
            yield return Site($"common_carotid_{side}", VeinKind.Artery, "", 0.3e-4, 6e-6);
        }

        SiteSignals Site(string vein, VeinKind kind, string level, double area, double flow) => new()
        {
            Site = level.Length > 0 ? $"{vein}_{level}" : vein,
            Vein = vein,
            Kind = kind,
            Level = level,
            Posture = posture,
            Quiet = Sampled(t => 0.1 + 0.05 * Math.Sin(t)),
            Apnoea = Sampled(_ => 0.08),
            DeepInspirations = Sampled(t => 0.1 + 0.08 * Math.Sin(t)),
            Area = area,
            Flow = flow,
            DeadBand = DeadBand,
        };
    }
}
