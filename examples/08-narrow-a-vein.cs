#:project ../src/Azygos.Clinic/Azygos.Clinic.csproj
#:project ../src/Azygos.Files/Azygos.Files.csproj

// The left internal jugular vein, narrowed in the middle of the neck and opened with a balloon: how much pressure does
// that make inside the skull, and where does the blood go? Mean flows, a second or two in all.
//
//   loss      Δp of the throat: viscous, at its exit, and of the blood that it has to speed up
//   balloon   A₁ = A_s + (1 − r)(A_b − A_s), no wider than the vein at rest
//
// Expected: at 50 % nothing to speak of (sagittal sinus below +0.3 mmHg); at 90 % a vein that carries 20 to 70 % less,
// +0.1 to +1.5 mmHg in the sinus, and no less blood through the brain (2 %): other veins take it. After the balloon the
// body is where it was. What the vein does is not what a person gains: no benefit on multiple sclerosis was shown in
// trials with a sham procedure, and people were harmed.
//
//   dotnet run -c Release examples/08-narrow-a-vein.cs

using Azygos.Body.Anatomy;
using Azygos.Body.Calibration;
using Azygos.Body.Model;
using Azygos.Clinic.Lesions;
using Azygos.Clinic.Procedures;
using Azygos.Files.ModelFolder;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
BodyModel model = ModelReader.Read(Path.Combine(here, "..", "models", "healthy-adult")).At(AnatomicalDetail.Core);
SteadyBody healthy = SteadyBody.Find(model, default);

Stenosis half = new() { Id = "half", Vessel = "ijv_left_j2", AreaReduction = 0.5 };
Stenosis most = half with { Id = "most", AreaReduction = 0.9 };
Venoplasty balloon = new() { Id = "balloon", Diameter = 14 };

Console.WriteLine("left jugular vein   sagittal sinus, mmHg   that vein, mL/min   brain, mL/min");
var free = Show("free", healthy);
var at50 = Show("50 % narrower", Near(half.On(model)));
var at90 = Show("90 % narrower", Near(most.On(model)));
var opened = Show("after a balloon", Near(Lesion.All(model, balloon.On(model, most))));

bool holds = Check("50 %: below +0.3 mmHg", at50.Sinus - free.Sinus is >= 0 and < 0.3);
holds &= Check("90 %: +0.1 to +1.5 mmHg", at90.Sinus - free.Sinus is > 0.1 and < 1.5);
holds &= Check("90 %: that vein carries 20 to 70 % less", at90.Vein / free.Vein - 1 is > -0.7 and < -0.2);
holds &= Check("90 %: the brain gets the same within 2 %", Math.Abs(at90.Brain / free.Brain - 1) < 0.02);
holds &= Check("the balloon undoes it", Math.Abs(opened.Sinus - free.Sinus) < 0.05);
Console.WriteLine("It simulates; it is not a diagnosis, and it gives no advice.");
return holds ? 0 : 1;

SteadyBody Near(BodyModel changed) => SteadyBody.Find(changed, default, healthy);

(double Sinus, double Vein, double Brain) Show(string what, SteadyBody body)
{
    if (body.Failure is { } failure) throw new InvalidOperationException($"{failure} at {body.Place}");
    double sinus = body.Sites.Single(site => site.Site.Id == "sss").Pressure.Mean;
    double vein = Flow("ijv_left_j2"), brain = Flow("internal_carotid_right") + Flow("internal_carotid_left")
        + Flow("vertebral_artery_right") + Flow("vertebral_artery_left");
    Console.WriteLine(FormattableString.Invariant($"{what,-19} {sinus,20:F2} {vein,19:F0} {brain,15:F0}"));
    return (sinus, vein, brain);

    double Flow(string site) => body.Sites.Single(one => one.Site.Id == site).Flow!.Value.Mean;
}

static bool Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "holds" : "DOES NOT HOLD")}: {what}");
    return holds;
}
