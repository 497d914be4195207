using Azygos.Evidence.Claims;
using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;

namespace Azygos.Studies.Conflict;

/// <summary>A published study as the explorer sees it: four counts, and whether its examiners could know.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="CasesPositive">People with MS called positive.</param>
/// <param name="Cases">People with MS.</param>
/// <param name="ControlsPositive">Controls called positive.</param>
/// <param name="Controls">Controls.</param>
/// <param name="IsBlinded">Called blinded, and nobody disputes it; silence is not blinding.</param>
public sealed record ConflictStudy(
    string Id, int CasesPositive, int Cases, int ControlsPositive, int Controls, bool IsBlinded)
{
    /// <summary>ln odds ratio, ½ added to every cell, so that every study has one.</summary>
    /// <source doi="10.1002/sim.1761" at="½ in every cell; here only to place a study in its predictive distribution"/>
    public double LogOddsRatio => LogRatio(CasesPositive, Cases, ControlsPositive, Controls);

    internal static double LogRatio(int a, int n1, int c, int n2) =>
        Math.Log((a + 0.5) / (n1 - a + 0.5)) - Math.Log((c + 0.5) / (n2 - c + 0.5));
}

/// <summary>How far two examiners agreed in one of the studies.</summary>
/// <param name="Study">The study whose examiners they were.</param>
/// <param name="Kappa">κ.</param>
/// <param name="Error">Its standard error, from the printed interval.</param>
/// <param name="CaseShare">Share of people with MS among those examined twice [1].</param>
public sealed record AgreementDatum(string Study, double Kappa, double Error, double CaseShare);

/// <summary>What the explorer explains.</summary>
/// <param name="Studies">Studies, nobody in two of them.</param>
/// <param name="Agreement">Agreement of examiners; null where the base has none for these studies.</param>
/// <param name="Choice">Which rows were taken, in words.</param>
public sealed record ConflictData(
    IReadOnlyList<ConflictStudy> Studies, AgreementDatum? Agreement, string Choice)
{
    // 38 people with MS and 55 controls were examined twice.
    private const double CaseShareOfTheReliabilityStudy = 38.0 / 93;

    /// <summary>From an evidence base.</summary>
    /// <param name="data">The base.</param>
    /// <param name="choice">Which rows.</param>
    /// <source doi="10.1136/bmjopen-2013-003508" at="κ of the composite, 0.20 (−0.01 to 0.42), 93 people"/>
    public static ConflictData From(CuratedBase data, RowChoice choice)
    {
        ConflictStudy[] studies =
        [
            .. choice.Of(data.Studies).Where(row => row.HasTable).Select(row => new ConflictStudy(row.Id,
                row.CasesPositive!.Value, row.Cases!.Value, row.ControlsPositive!.Value, row.Controls!.Value,
                row.Blinding == Blinding.Blinded && !row.BlindingDisputed)),
        ];
        CriterionRow? kappa = data.Criteria.FirstOrDefault(row => row.Study == "Leone2013reliability"
            && row is { Unit: "kappa", Group: "all", Value: not null, Lower: not null, Upper: not null });
        AgreementDatum? agreement = kappa is null || studies.All(study => study.Id != "Leone2013") ? null
            : new AgreementDatum("Leone2013", kappa.Value!.Value,
                (kappa.Upper!.Value - kappa.Lower!.Value) / (2 * 1.959964), CaseShareOfTheReliabilityStudy);
        return new ConflictData(studies, agreement, choice.Words);
    }
}
