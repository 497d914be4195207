#:project ../src/Azygos.Clinic/Azygos.Clinic.csproj
#:project ../src/Azygos.Files/Azygos.Files.csproj

// One healthy body, examined by two operators who differ in how hard they press. Is it the anatomy that the criteria
// see, or the hand?
//
//   criterion 3   lumen of a jugular vein at most 0.3 cm², lying (B-mode)
//
// Expected: an operator who does not press and looks at J1 and J2 finds no criterion met, one who presses with 8 mmHg at
// the same places finds the third. The vein is the same, and its truth, as no probe touches it, is the same.
//
//   dotnet run -c Release examples/09-examine-in-other-hands.cs

using Azygos.Body;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Clinic.Criteria;
using Azygos.Clinic.Examination;
using Azygos.Clinic.Instruments.Ultrasound;
using Azygos.Files.ModelFolder;
using Azygos.Quantities;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
BodyModel model = ModelReader.Read(Path.Combine(here, "..", "models", "healthy-adult-lumped"));
ExaminationProtocol protocol = ExaminationProtocol.All[0];
Operator gentle = new()
{
    Name = "gentle",
    ProbePressure = Pressure.FromPascals(0),
    Lumen = new BModeArea { Agreement = 1 },    // reads what is there
    Levels = ["j1", "j2"],
};

Console.WriteLine($"protocol {protocol.Name}, criterion 3");
CriterionResult light = Measure(gentle);
CriterionResult heavy = Measure(gentle with { Name = "heavy", ProbePressure = Pressure.FromMillimetresOfMercury(8) });
Console.WriteLine(CriteriaResult.Statement);
return !light.Called && heavy.Called ? 0 : 1;

ExaminationResult Examine(Operator who)
{
    Examiner examiner = new() { Protocol = protocol, Operator = who, Seed = 1 };
    ExaminationResult result = examiner.Examine(model, Run(ExaminedPosture.Supine), Run(ExaminedPosture.Sitting));
    return result.Stopped is { } stopped ? throw new InvalidOperationException(stopped.Ending.Reason) : result;

    SimulationResult Run(ExaminedPosture posture) =>
        BodySimulation.Run(model, examiner.Settings(model, new SimulationSettings(), posture));
}

CriterionResult Measure(Operator who)
{
    ExaminationResult result = Examine(who);
    CriterionResult truth = Rule(result.Truth!), measured = Rule(result.Measured!);
    Console.WriteLine(FormattableString.Invariant(
        $"{who.Name}, {who.ProbePressure.MillimetresOfMercury:F0} mmHg: truth {truth.Value:F2} {truth.Unit}, ")
        + FormattableString.Invariant($"measured {measured.Value:F2} {measured.Unit} at {measured.Site}: ")
        + (measured.Called ? "met" : "not met"));
    return measured;
}

static CriterionResult Rule(CriteriaResult result) => result.Criteria.Single(one => one.Number == 3);
