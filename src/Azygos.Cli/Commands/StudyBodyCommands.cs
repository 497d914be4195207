using System.CommandLine;
using System.Globalization;
using Azygos.Body.Model;
using Azygos.Cli.Screen;
using Azygos.Files.Faults;
using Azygos.Files.Sheets;
using Azygos.Files.Studies;
using Azygos.Studies.Examiners;
using Azygos.Studies.Populations;
using Azygos.Studies.Sensitivity;

namespace Azygos.Cli.Commands;

/// <summary><c>azygos study sensitivity</c>, <c>narrowings</c>, <c>surrogate</c>, <c>agreement</c>: what is
/// asked of people's bodies and of those who examine them.</summary>
internal static class StudyBodyCommands
{
    private static readonly string[] s_sides = ["left", "right", "both"];

    public static Command Sensitivity(Door door)
    {
        Option<string> method = new("--method")
        {
            DefaultValueFactory = _ => "sobol",
            HelpName = "sobol|morris",
            Description = "sobol: shares of variance with intervals; morris: screening for few bodies. Default: sobol.",
        };
        Option<string> by = new("--by")
        {
            DefaultValueFactory = _ => "surrogate",
            HelpName = "surrogate|solver",
            Description = "Whether bodies are predicted or solved; morris always solves. Default: surrogate.",
        };
        Option<int?> points = new("--points")
        {
            Description = "Points of sobol (default 4096, solved 64) or ways of morris (default 8).",
        };
        (Option<int> seed, Option<bool> json) = (Seed(), Json());
        CommandWithExamples command = new("sensitivity",
            "Say which of a person's numbers matter to what the body shows, and how surely.",
            ("azygos study sensitivity --method morris", "which numbers matter at all, some 120 bodies solved"),
            ("azygos study sensitivity", "Sobol indices with intervals, by the surrogate, whose error is printed"),
            ("azygos study sensitivity --by solver --points 200", "the same with 3200 bodies solved"))
        {
            method, by, points, seed, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            FaultList faults = new();
            (string how, string who) = (parsed.GetValue(method)!, parsed.GetValue(by)!);
            if (how is not ("sobol" or "morris")) faults.Add("--method", null, "", "", $"'{how}' is neither sobol nor morris");
            if (who is not ("solver" or "surrogate")) faults.Add("--by", null, "", "", $"'{who}' is neither solver nor surrogate");
            bool isSolved = who == "solver" || how == "morris";
            int count = parsed.GetValue(points) ?? (how == "morris" ? 8 : isSolved ? 64 : 4096);
            InRange("--points", count, 2, 1_000_000, faults);
            InRange("--seed", parsed.GetValue(seed), 0, int.MaxValue, faults);
            faults.ThrowIfAny();
            Population people = StudyCommand.Population(door).Population;
            ModelOfInputs model = BodyInputs.Of(people, isSolved);
            ulong from = (ulong)parsed.GetValue(seed);
            return TellAsync(door, parsed.GetValue(json), () => how == "morris"
                ? SensitivitySheet.Morris(
                    MorrisScreening.Of(model, BodyInputs.Keys.Count, count, from, cancellation), from)
                : SensitivitySheet.Sobol(
                    SobolIndices.Of(model, BodyInputs.Keys.Count, count, from, null, cancellation), from, isSolved,
                    isSolved ? null : people.Bodies!.Surrogate), cancellation);
        });
        return command;
    }

    public static Command Narrowings(Door door)
    {
        Option<string> lost = new("--lost")
        {
            DefaultValueFactory = _ => "50,70,90",
            Description = "Shares of the lumen lost [%], by commas. Default: 50,70,90.",
        };
        Option<int> samples = new("--samples")
        {
            DefaultValueFactory = _ => 40,
            Description = "Samples of the collaterals' dimensions. Default: 40.",
        };
        (Option<int> seed, Option<bool> json) = (Seed(), Json());
        CommandWithExamples command = new("narrowings",
            "Say what a narrowing of the left, the right and both jugular veins does, as a distribution over the assumed "
            + "dimensions of collateral veins.",
            ("azygos study narrowings", "three narrowings of either side and of both, 40 samples"),
            ("azygos study narrowings --lost 80 --samples 200 --json", "one severity, as JSON"))
        {
            lost, samples, seed, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            FaultList faults = new();
            List<double> shares = [];
            foreach (string word in parsed.GetValue(lost)!.Split(',', StringSplitOptions.TrimEntries))
                if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double share)
                    && share is > 0 and <= 99) shares.Add(share / 100);
                else faults.Add("--lost", null, "", "", $"'{word}' is not a share of the lumen: above 0, up to 99 %");
            InRange("--samples", parsed.GetValue(samples), 2, 100_000, faults);
            InRange("--seed", parsed.GetValue(seed), 0, int.MaxValue, faults);
            BodyModel? model = new Shelf(door).Model(Shelf.DefaultModel, "--model", null, faults);
            faults.ThrowIfAny();
            return TellAsync(door, parsed.GetValue(json), () => SensitivitySheet.Stenosis(
                StenosisEffect.Of(model!, [.. s_sides.SelectMany(
                        side => shares.Select(share => (side, share)))],
                    parsed.GetValue(samples), parsed.GetValue(seed), cancellation),
                parsed.GetValue(samples), parsed.GetValue(seed), model!.Hash), cancellation);
        });
        return command;
    }

    public static Command Surrogate(Door door)
    {
        Option<bool> json = Json();
        CommandWithExamples command = new("surrogate",
            "Fit the surrogate for what a body shows, and say how wrong it is about people left out. A study with "
            + "examiner.model surrogate does this by itself.",
            ("azygos study surrogate", "480 bodies solved; error of every quantity and of every criterion's call"))
        {
            json,
        };
        command.SetAction((parsed, cancellation) => TellAsync(door, parsed.GetValue(json),
            () => SurrogateSheet.Of(StudyCommand.Population(door).Population.Bodies!.Surrogate), cancellation));
        return command;
    }

    public static Command Agreement(Door door)
    {
        Option<bool> json = Json();
        CommandWithExamples command = new("agreement",
            "Predict how far two examiners agree on each criterion from the published agreement of areas alone, beside what "
            + "was published.",
            ("azygos study agreement", "hits and misses, a row a criterion"))
        {
            json,
        };
        command.SetAction((parsed, cancellation) => TellAsync(door, parsed.GetValue(json),
            () => AgreementSheet.Of(PredictedAgreement.All()), cancellation));
        return command;
    }

    private static async Task<int> TellAsync(
        Door door, bool printsJson, Func<ResultSheet> make, CancellationToken cancellation)
    {
        long start = door.Clock.GetTimestamp();
        ResultSheet sheet = await Task.Run(make, cancellation);
        if (printsJson) await door.Out.WriteAsync(SheetJson.Write(sheet));
        else SheetScreen.Print(sheet, Screens.ForResults(door));
        if (!printsJson)
            door.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{door.Clock.GetElapsedTime(start).TotalSeconds:0} s on {Environment.ProcessorCount} cores"));
        return ExitCode.Finished;
    }

    private static Option<int> Seed() => new("--seed")
    {
        DefaultValueFactory = _ => 1,
        Description = "Seed. Default: 1.",
    };

    private static Option<bool> Json() => new("--json") { Description = "Print the result as JSON, and nothing else." };

    private static void InRange(string option, int value, int least, int most, FaultList faults)
    {
        if (value < least || value > most)
            faults.Add(option, null, "", "", $"{value} is outside the allowed range: from {least} to {most}");
    }
}
