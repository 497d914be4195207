using Azygos.Clinic.Criteria;
using Azygos.Quantities;

namespace Azygos.Studies.Bodies;

/// <summary>What a person's body shows, before anybody examines it.</summary>
/// <param name="Origin">Whether it was solved or predicted.</param>
/// <param name="Values">Values of <see cref="BodyQuantity.All"/>, in its order and units.</param>
/// <param name="Met">Criteria 1 to 5 that the body meets by the numbers; shape [5].</param>
/// <source choice="truth of a simulated examination; the examiner's errors come on top"/>
public sealed record BodyFindings(FindingOrigin Origin, IReadOnlyList<double> Values, IReadOnlyList<bool> Met)
{
    /// <summary>Least lumen of a jugular vein, lying.</summary>
    public Area LeastLumen => Area.FromSquareCentimetres(Values[BodyQuantity.LeastLumen]);

    /// <summary>Criteria as one number: 2^(k − 1) for each criterion k that is met.</summary>
    public int Bits => Enumerable.Range(0, Met.Count).Sum(k => Met[k] ? 1 << k : 0);

    /// <summary>Criteria that quantities meet: what a rule asks of a signal that does not change in time.</summary>
    /// <param name="values">Values of <see cref="BodyQuantity.All"/>.</param>
    /// <param name="deadBand">Slower flow than this is not seen [cm/s].</param>
    /// <param name="rules">The version of the rules.</param>
    /// <source ref="PMC3061048" at="table 2"/>
    public static bool[] Judge(IReadOnlyList<double> values, double deadBand, CriteriaRules rules)
    {
        double narrow = Area.FromSquareMetres(rules.NarrowLumen).SquareCentimetres;
        return
        [
            values[BodyQuantity.NeckReflux] < -deadBand,
            values[BodyQuantity.DeepReflux] < 0,
            rules.NarrowIncludesThreshold
                ? values[BodyQuantity.LeastLumen] <= narrow : values[BodyQuantity.LeastLumen] < narrow,
            values[BodyQuantity.Quietest] < deadBand,
            values[BodyQuantity.Postural] < 0,
        ];
    }
}
