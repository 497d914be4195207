namespace Azygos.Clinic.Criteria;

/// <summary>Two differences of flow that blinded studies used beside the criteria.</summary>
/// <source doi="10.3174/ajnr.A3864" at="dCVF; cut-off 503.24 mL/min"/>
/// <source doi="10.1186/1471-2377-13-81" at="CFI: 1 % in healthy people lying"/>
public static class FlowIndices
{
    /// <summary>Published cut-off of dCVF [mL/min].</summary>
    /// <source doi="10.3174/ajnr.A3864" at="503.24 mL/min: at or below it 38 of 54 with MS, 9 of 31 healthy, 13 of 30
    /// with other diseases"/>
    public const double PosturalChangeCutOff = 503.24;

    /// <summary>dCVF: flow of jugular (J2) and vertebral veins, lying minus sitting [m³/s].</summary>
    /// <param name="signals">The examination.</param>
    public static double? PosturalChange(ExaminationSignals signals) =>
        Outflow(signals, ExaminedPosture.Supine, "j2") - Outflow(signals, ExaminedPosture.Sitting, "j2");

    /// <summary>CFI, lying: (inflow − jugular (J1) − vertebral outflow)/inflow [1].</summary>
    /// <param name="signals">The examination.</param>
    public static double? Collateral(ExaminationSignals signals)
    {
        ArgumentNullException.ThrowIfNull(signals);
        double inflow = signals.Of(ExaminedPosture.Supine, VeinKind.Artery).Sum(site => site.Flow);
        return inflow > 0 ? 1 - Outflow(signals, ExaminedPosture.Supine, "j1") / inflow : null;
    }

    // Both jugular veins at the level and both vertebral veins, or nothing.
    private static double? Outflow(ExaminationSignals signals, ExaminedPosture posture, string level)
    {
        ArgumentNullException.ThrowIfNull(signals);
        SiteSignals[] sites = [.. signals.Of(posture, VeinKind.Jugular, VeinKind.Vertebral)
            .Where(site => site.Kind == VeinKind.Vertebral || site.Level == level)];
        return sites.Length == 4 ? sites.Sum(site => site.Flow) : null;
    }
}
