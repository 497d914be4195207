// Reason for length: one line a published row, thirty-seven of them.
using Azygos.Files.Csv;
using Azygos.Files.Faults;

namespace Azygos.Clinic.Tests.Lesions;

/// <summary>The published results beside what the shipped cases gave, row by row.</summary>
internal static class PublishedRows
{
    /// <summary>The bars that were set before anything was computed.</summary>
    public static IEnumerable<string[]> Bars(IReadOnlyDictionary<string, CaseNumbers> cases)
    {
        CaseNumbers free = cases["supine"], half = cases["left-jugular-50"], left = cases["left-jugular-90"],
            right = cases["right-jugular-90"];
        yield return Bar("left-jugular-50", "upstream (jugular bulb) +0.01 to +0.3 mmHg",
            half.Bulb.Left - free.Bulb.Left, 0.01, 0.3, "0.000");
        yield return Bar("left-jugular-90", "sagittal sinus +0.1 to +1.5 mmHg; above 4 contradicts",
            left.Sinus - free.Sinus, 0.1, 1.5, "0.00");
        yield return Bar("left-jugular-90", "flow of that vein −20 to −70 %",
            100 * (left.Jugular.Left / free.Jugular.Left - 1), -70, -20, "0");
        yield return Bar("left-jugular-90", "brain outflow changed by less than 2 %",
            100 * (left.BrainOutflow / free.BrainOutflow - 1), -2, 2, "0.00");
        yield return Bar("right-jugular-90 (dominant)", "sagittal sinus +0.1 to +1.5 mmHg; above 4 contradicts",
            right.Sinus - free.Sinus, 0.1, 1.5, "0.00");
        yield return Bar("right-jugular-90 (dominant)", "flow of that vein −20 to −70 %",
            100 * (right.Jugular.Right / free.Jugular.Right - 1), -70, -20, "0");
        yield return Bar("right-jugular-90 (dominant)", "brain outflow changed by less than 2 %",
            100 * (right.BrainOutflow / free.BrainOutflow - 1), -2, 2, "0.00");
    }

    /// <summary>Every row of data/lesions/ccsvi-results.csv: what was published, what came out, what that says.</summary>
    public static IEnumerable<string[]> All(IReadOnlyDictionary<string, CaseNumbers> cases)
    {
        FaultList faults = new();
        string file = Path.Combine(LesionPage.Root, "data", "lesions", "ccsvi-results.csv");
        IReadOnlyList<CsvRecord> records = CsvReader.Read(File.ReadAllBytes(file), file, faults);
        faults.ThrowIfAny();
        Dictionary<string, (string Computed, string Verdict)> found = Compared(cases);
        foreach (CsvRecord record in records.Skip(1))
        {
            string id = record.Fields[0];
            string unit = record.Fields[6] == "-" ? "" : " " + record.Fields[6];
            string against = record.Fields[7].Length > 0 ? $" ({record.Fields[7]})" : "";
            (string computed, string verdict) = found.TryGetValue(id, out var one)
                ? one
                : ("", "not comparable: " + NotComparable(id));
            yield return
            [
                id, $"{record.Fields[1]}: {record.Fields[4]} {record.Fields[5]}{unit}{against}", computed, verdict,
            ];
        }
    }

    private static Dictionary<string, (string, string)> Compared(IReadOnlyDictionary<string, CaseNumbers> cases)
    {
        CaseNumbers free = cases["supine"], left = cases["left-jugular-90"], right = cases["right-jugular-90"],
            both = cases["both-jugulars-90"], iih = cases["iih"], c = cases["pattern-c"];
        double one = left.Sinus - free.Sinus, other = right.Sinus - free.Sinus, two = both.Sinus - free.Sinus;
        double fall = 100 * (left.Jugular.Left / free.Jugular.Left - 1);
        double fallRight = 100 * (right.Jugular.Right / free.Jugular.Right - 1);
        double dropLeft = Drop(left), dropRight = Drop(right);
        double highest = cases.Values.Where(x => x.Case != "iih").Max(x => x.Sinus - free.Sinus);
        return new()
        {
            ["CCS001"] = ($"+{T(100 * one / free.Sinus, "0.0")} % (left), +{T(100 * other / free.Sinus, "0.0")} % (right)",
                $"{Agrees(one > 0 && other > 0)}; ours {(100 * other / free.Sinus < 10 ? "below" : "above")} the published value"),
            ["CCS002"] = ($"+{T(one, "0.00")} left, +{T(other, "0.00")} right, +{T(two, "0.00")} both; most of all cases +{T(highest, "0.00")}",
                $"{Within(Math.Max(one, other), 0, 1.3)} for one vein; both veins at once {Within(two, 0, 1.3)}"),
            ["CCS003"] = ($"{T(fall, "0")} % left, {T(fallRight, "0")} % right",
                $"{Within(-fall, 0, 70)} left, {Within(-fallRight, 0, 70)} right; that others take it over {Agrees(left.Vertebral > free.Vertebral && left.Jugular.Right > free.Jugular.Right)}"),
            ["CCS004"] = ($"{T(dropLeft, "0.00")} left, {T(dropRight, "0.00")} right, {T(Drop(both), "0.00")} at the first of both",
                $"{T(100 * dropLeft / 1.5, "0")} and {T(100 * dropRight / 1.5, "0")} % of the published 1.5"),
            ["CCS005"] = ($"+{T(two, "0.00")} mmHg", Agrees(two > 0) + "; the paper's numbers were not read"),
            ["CCS006"] = ($"vertebral veins {T(free.Vertebral, "0")} to {T(both.Vertebral, "0")} mL/min with both narrowed",
                Agrees(both.Vertebral > free.Vertebral) + " that collaterals take over; the topography of reflux is not compared"),
            ["CCS007"] = ($"{T(100 * free.JugularShare, "0")} % free, {T(100 * left.JugularShare, "0")} % left, {T(100 * both.JugularShare, "0")} % both",
                Agrees(both.JugularShare < left.JugularShare && left.JugularShare < free.JugularShare)
                    + "; the published groups differ by 21 points"),
            ["CCS009"] = ($"{Ratio(free)} free, {Ratio(left)} left 90",
                $"{Agrees(RatioOf(left) < RatioOf(free))}; narrowed {Within(RatioOf(left), 0.11, 0.65)}, free {Within(RatioOf(free), 0.36, 0.82)} (one SD)"),
            ["CCS010"] = ($"free: subdominant {T(free.Jugular.Left / 60, "0.0")} mL/s; left 90: {T(left.Jugular.Left / 60, "0.0")} mL/s, ratio {T(left.Jugular.Right / left.Jugular.Left, "0.0")}",
                $"left 90 {(left.Jugular.Left < 180 || left.Jugular.Right > 3 * left.Jugular.Left ? "meets" : "does not meet")} the paper's thresholds; the share of a group is not comparable"),
            ["CCS011"] = ($"{T(100 * free.JugularShare, "0")} %", Within(100 * free.JugularShare, 75.12 - 12.22, 75.12 + 12.22) + " (one SD)"),
            ["CCS013"] = ($"{T(100 * c.JugularShare, "0")} % (pattern-c: both, low in the neck)",
                Within(100 * c.JugularShare, 52.13 - 20.71, 52.13 + 20.71) + " (one SD)"),
            ["CCS014"] = ($"{T(100 * free.JugularShare, "0")} % free, {T(100 * both.JugularShare, "0")} % both",
                Agrees(both.JugularShare < free.JugularShare) + "; severity and number of veins of the group are not known"),
            ["CCS015"] = ($"{T(100 * free.JugularShare, "0")} % free, {T(100 * c.JugularShare, "0")} % pattern-c",
                Agrees(c.JugularShare < free.JugularShare) + "; severity and number of veins of the group are not known"),
            ["CCS018"] = ($"from 90 to 50 %: {T(cases["left-jugular-50"].Sinus - left.Sinus, "0.00")} mmHg in the sinus",
                Agrees(cases["left-jugular-50"].Sinus < left.Sinus) + "; a catheter resolves 1 to 2 mmHg"),
            ["CCS029"] = ($"{T(dropLeft, "0.00")} left, {T(dropRight, "0.00")} right 90",
                $"the published threshold of 4.0 mmHg is {(Math.Max(dropLeft, dropRight) < 4 ? "not reached" : "reached")} by one jugular narrowing of 90 %"),
            ["CCS030"] = ($"{T(Drop(iih), "0.0")} mmHg at the sinus (tuned)", "tuned to about 20, not a prediction"),
            ["CCS031"] = ($"{T(iih.Sinus, "0.0")} mmHg sinus, {T(iih.Skull, "0.0")} skull",
                Within(iih.Sinus, 20.9 - 7.3, 20.9 + 7.3) + " (one SD) with a tuned gradient; different disease, not evidence for CCSVI"),
            ["CCS032"] = ("the loss of a throat is R Q + B Q|Q|", "agrees by the law that is used, not a prediction"),
            ["CCS033"] = ($"vertebral veins {T(free.Vertebral, "0")} to {T(both.Vertebral, "0")} mL/min (both 90 %, not compressed shut)",
                Agrees(both.Vertebral > free.Vertebral) + "; the compression itself is on the page of the body"),
        };
    }

    private static string NotComparable(string id) => id switch
    {
        "CCS008" => "the mismatch is of a method; a closed loop has none",
        "CCS012" => "which of the two veins is narrowed, and how much, is not known",
        "CCS016" => "a comparison of groups (no difference): negative evidence, kept in view",
        "CCS017" => "an ultrasound index of its own",
        "CCS019" => "a trial's outcome; no benefit was shown",
        "CCS020" or "CCS021" or "CCS022" or "CCS023" or "CCS024" => "a prevalence without controls",
        "CCS025" or "CCS026" or "CCS027" or "CCS028" => "a prevalence in people referred for venography",
        "CCS034" => "an optic nerve sheath is not in the model",
        "CCS035" or "CCS036" => "not in the model",
        _ => "its numbers were not read",
    };

    private static double Drop(CaseNumbers numbers) => numbers.Marks[0].Drop!.Value;

    private static string Agrees(bool isSo) => isSo ? "direction agrees" : "**direction differs**";

    private static string Ratio(CaseNumbers numbers) => T(RatioOf(numbers), "0.00");

    private static double RatioOf(CaseNumbers numbers) =>
        Math.Min(numbers.Jugular.Left, numbers.Jugular.Right) / Math.Max(numbers.Jugular.Left, numbers.Jugular.Right);

    private static string[] Bar(string name, string bar, double value, double low, double high, string format) =>
        [name, bar, LesionPage.Text(value, format), Within(value, low, high)];

    private static string Within(double value, double low, double high) => value < low
        ? $"**missed**, {T(low - value, "0.00")} below"
        : value > high ? $"**missed**, {T(value - high, "0.00")} above" : "met";

    private static string T(double value, string format) => LesionPage.Text(value, format);
}
