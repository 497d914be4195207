using Azygos.Circulation.Plausibility;
using Azygos.Circulation.Verification;
using Azygos.Circulation.Vessels;
using Azygos.Files.Faults;

namespace Azygos.Files.Benchmarks;

/// <summary>Says where in a case file the number stands that a warning doubts.</summary>
public static class CaseWarningPath
{
    /// <summary>The warnings of a case, each with file and JSON pointer.</summary>
    public static IReadOnlyList<Fault> Placed(CaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Warnings.Select(warning =>
            new Fault($"{result.Case.Name}/case.json", null, Path(result.Case, warning), "", warning.Message))];
    }

    private static string Path(VerificationCase @case, ModelWarning warning) => warning.Part switch
    {
        WarnedPart.Blood => warning.Property == WarnedProperty.Density
            ? "/fluid/density_kg_m3" : "/fluid/viscosity_Pa_s",
        WarnedPart.Vessel => OfVessel(@case.Network.Vessels, warning),
        WarnedPart.Node => OfNode(@case.Network.Nodes, warning),
        _ => $"/runs/{Index(@case.Runs, run => run.Id == warning.Id)}/"
            + (warning.Property == WarnedProperty.Mesh ? "mesh" : "until"),
    };

    private static string OfVessel(IReadOnlyList<CaseVessel> vessels, ModelWarning warning)
    {
        int i = Index(vessels, vessel => vessel.Id == warning.Id);
        string key = (warning.Property, vessels[i].Geometry) switch
        {
            (WarnedProperty.Length, _) => "length_m",
            (WarnedProperty.ReferenceArea, UniformGeometry) => "geometry/A0_m2",
            (WarnedProperty.ReferenceArea, TaperedGeometry) => "geometry/radius_in_m",
            (WarnedProperty.Stiffness, UniformGeometry) => "law/K_Pa",
            (WarnedProperty.Stiffness, TaperedGeometry) => "geometry/young_modulus_Pa",
            _ => "geometry/file",
        };
        return $"/vessels/{i}/{key}";
    }

    private static string OfNode(IReadOnlyList<NetworkNode> nodes, ModelWarning warning)
    {
        int i = Index(nodes, node => node.Id == warning.Id);
        string key = (warning.Property, nodes[i]) switch
        {
            (WarnedProperty.Waveform, _) => "/waveform",
            (WarnedProperty.Pressure, AbsorbingNode) => "/p_ref_Pa",
            (WarnedProperty.Pressure, _) => "/p_out_Pa",
            (WarnedProperty.TimeConstant, _) => "/C_m3_Pa",
            _ => "",
        };
        return $"/nodes/{i}{key}";
    }

    private static int Index<T>(IReadOnlyList<T> parts, Func<T, bool> isIt)
        => Enumerable.Range(0, parts.Count).First(i => isIt(parts[i]));
}
