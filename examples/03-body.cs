#:project ../src/Azygos.Body/Azygos.Body.csproj
#:project ../src/Azygos.Files/Azygos.Files.csproj

// The shipped body, lying down: how does blood leave the brain?
//
//   inflow      both internal carotid and both vertebral arteries
//   jugular     both internal jugular veins at mid-neck (J2)
//   vertebral   both vertebral veins
//
// Expected: inflow inside the measured band of the model's validation table (588 to 818 mL/min); lying down the
// jugulars carry most of it
// (more than 60 %) and the vertebral veins less than 15 %; blood and cerebrospinal fluid are conserved to 1e-12 a beat.
//
//   dotnet run -c Release examples/03-body.cs

using Azygos.Body;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Results;
using Azygos.Files.ModelFolder;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
BodyModel model = ModelReader.Read(Path.Combine(here, "..", "models", "healthy-adult")).At(AnatomicalDetail.Core);
SimulationResult result = BodySimulation.Run(model, new SimulationSettings { TiltDegrees = 0 });
Console.WriteLine($"{(result.Ending.Finished ? "Finished" : "Stopped at " + result.Ending.Place)}"
    + $": {result.Ending.Reason}");
if (!result.Ending.Finished) return 1;

double inflow = Flow(
    "internal_carotid_right", "internal_carotid_left", "vertebral_artery_right", "vertebral_artery_left");
double jugular = Flow("ijv_right_j2", "ijv_left_j2"), vertebral = Flow("vertebral_vein_right", "vertebral_vein_left");
ValidationRow band = model.Validation.Single(row => row.Id == "brain_inflow");
Console.WriteLine(FormattableString.Invariant(
    $"brain inflow {inflow:F0} mL/min, measured {band.Low:F0} to {band.High:F0} {band.Unit}"));

bool holds = Check("brain inflow in its band", inflow >= band.Low && inflow <= band.High);
holds &= Check($"jugular veins carry {jugular / inflow:P0} of it", jugular / inflow > 0.6);
holds &= Check($"vertebral veins carry {vertebral / inflow:P0} of it", vertebral / inflow < 0.15);
holds &= Check($"conservation error {result.ConservationError:G2} a beat", result.ConservationError <= 1e-12);
Console.WriteLine("It simulates; it is not a diagnosis.");
return holds ? 0 : 1;

double Flow(params string[] sites) => sites.Sum(site => result.Site(site).Flow!.Value.Mean);

static bool Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "holds" : "DOES NOT HOLD")}: {what}");
    return holds;
}
