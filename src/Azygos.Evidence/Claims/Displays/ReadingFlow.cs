using Azygos.Evidence.Claims.Pools;
using Azygos.Evidence.Claims.Rows;

namespace Azygos.Evidence.Claims.Displays;

/// <summary>Rows that go no further, and why.</summary>
/// <param name="Why">The reason, for a reader.</param>
/// <param name="Rows">Their identifiers.</param>
public sealed record LeftAside(string Why, IReadOnlyList<string> Rows);

/// <summary>A step of the flow: the rows that are still in, and those that this step leaves aside.</summary>
/// <param name="Words">What the rows that are in have, for a reader.</param>
/// <param name="Rows">Identifiers of the rows that are in.</param>
/// <param name="Aside">Rows left aside on the way to the next step, by reason.</param>
public sealed record ReadingStep(string Words, IReadOnlyList<string> Rows, IReadOnlyList<LeftAside> Aside);

/// <summary>From all rows of the table of studies to those that are pooled: what was readable, and what was
/// not.</summary>
/// <param name="Steps">Steps, the whole table first.</param>
/// <source doi="10.1136/bmj.n71" at="PRISMA 2020 flow, adapted: a curated set without a search starts from the rows of
/// the table"/>
public sealed record ReadingFlow(IReadOnlyList<ReadingStep> Steps)
{
    private const string Ultrasound = "ccsvi_us";

    /// <summary>Partitions the rows; every row is left aside once, or is in the last step.</summary>
    public static ReadingFlow Of(IReadOnlyList<StudyRow> rows)
    {
        (StudyRow[] seen, StudyRow[] notSeen) = Split(rows, row => row.Status != RowStatus.Unverified);
        (StudyRow[] counted, StudyRow[] uncounted) = Split(seen, row => row.HasTable);
        (StudyRow[] composite, StudyRow[] otherEndpoint) = Split(counted, row => row.EndpointClass == Ultrasound);
        (StudyRow[] once, StudyRow[] again) = Split(composite, row => row.InPrimaryPool);
        (StudyRow[] firstHand, StudyRow[] secondHand) = Split(once, row => row.Status == RowStatus.Verified);
        (StudyRow[] careful, StudyRow[] rest) = Split(firstHand, row => StudyPool.IsLowRiskBlinded(row));
        return new ReadingFlow(
        [
            Step("rows on how common CCSVI is", rows, ("numbers or group sizes not seen", notSeen)),
            Step("numbers seen in some text", seen,
                ("no control group", [.. uncounted.Where(NoControls)]),
                ("one of the four counts not seen", [.. uncounted.Where(row => !NoControls(row))])),
            Step("all four counts seen", counted, ("another endpoint than ultrasound CCSVI", otherEndpoint)),
            Step("CCSVI by ultrasound, at least two criteria", composite,
                ("same people as another row", again)),
            Step("one row for each group of people", once,
                ("counts second-hand: a named sensitivity only", secondHand)),
            Step("pooled: counts seen in primary text", firstHand,
                ("blinding or bias not known to be low", rest)),
            Step("low-risk blinded", careful),
        ]);
    }

    private static bool NoControls(StudyRow row) => row.ControlType == "none";

    private static (StudyRow[] Kept, StudyRow[] Left) Split(IReadOnlyList<StudyRow> rows, Func<StudyRow, bool> keep) =>
        ([.. rows.Where(keep)], [.. rows.Where(row => !keep(row))]);

    private static ReadingStep Step(
        string words, IReadOnlyList<StudyRow> rows, params (string Why, StudyRow[] Rows)[] aside) =>
        new(words, Ids(rows), [.. aside.Where(one => one.Rows.Length > 0)
            .Select(one => new LeftAside(one.Why, Ids(one.Rows)))]);

    private static string[] Ids(IReadOnlyList<StudyRow> rows) => [.. rows.Select(row => row.Id)];
}
