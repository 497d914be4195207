using Azygos.Circulation.Verification;

using Azygos.Circulation.Vessels;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the vessels of a case.</summary>
internal static class VesselReader
{
    private static readonly string[] FieldColumns = ["x_m", "A0_m2", "K_Pa", "pe_Pa", "gx_m_s2"];
    private static readonly string[] ProfileColumns = ["x_m", "A_m2", "u_m_s"];

    // Chosen: files print about ten digits, so numbers that differ by less than this are printed alike.
    private const double PrintedDigits = 1e-9;

    /// <summary>A vessel.</summary>
    public static CaseVessel Read(CasePart part, double? gravity)
    {
        string id = part.Id("id"), from = part.Id("from"), to = part.Id("to");
        double length = part.Number("length_m", Allowed.Positive);
        VesselGeometry geometry = Geometry(part.Part("geometry"), length, gravity ?? 0);
        CaseVessel vessel = new()
        {
            Id = id,
            From = from,
            To = to,
            Length = length,
            Geometry = geometry,
            Law = Law(part.Part("law"), stiffness: geometry is UniformGeometry),
            Initial = Start(part.Part("initial"), length),
        };
        part.Finish();
        return vessel;
    }

    private static readonly Dictionary<string, (double m, double n)?> Laws = new()
    { ["artery"] = (0.5, 0), ["vein"] = (10, -1.5), ["power"] = null };

    private static CaseTubeLaw Law(CasePart? part, bool stiffness)
    {
        if (part is null) return new CaseTubeLaw(null, 0, 0, 0);
        (double m, double n)? fixedExponents = part.Choice("kind", Laws);
        double m = part.Number("m"), n = part.Number("n"), p0 = part.Number("p0_Pa");
        if (fixedExponents is { } exponents)
        {
            string message = FormattableString.Invariant($"must be m {exponents.m}, n {exponents.n} for this law");
            if (double.IsFinite(m) && m != exponents.m) part.Fault("m", message);
            if (double.IsFinite(n) && n != exponents.n) part.Fault("n", message);
        }
        double? K = null;
        if (stiffness) K = part.Number("K_Pa", Allowed.Positive);
        else if (part.Has("K_Pa")) part.Fault("K_Pa", "must not stand here: this geometry gives the stiffness");
        part.Finish();
        return new CaseTubeLaw(K, m, n, p0);
    }

    private static VesselGeometry Geometry(CasePart? part, double length, double gravity)
    {
        if (part is null) return new UniformGeometry(double.NaN, double.NaN);
        VesselGeometry geometry = part.Choice("kind", Geometries)(part, length, gravity);
        part.Finish();
        return geometry;
    }

    private static readonly Dictionary<string, Func<CasePart, double, double, VesselGeometry>> Geometries = new()
    {
        ["uniform"] = (part, _, _) => new UniformGeometry(part.Number("A0_m2", Allowed.Positive), part.Number("pe_Pa")),
        ["tapered"] = (part, _, _) => new TaperedGeometry
        {
            RadiusIn = part.Number("radius_in_m", Allowed.Positive),
            RadiusOut = part.Number("radius_out_m", Allowed.Positive),
            ThicknessIn = part.Number("thickness_in_m", Allowed.Positive),
            ThicknessOut = part.Number("thickness_out_m", Allowed.Positive),
            YoungModulus = part.Number("young_modulus_Pa", Allowed.Positive),
            ExternalPressure = part.Number("pe_Pa"),
        },
        ["fields"] = Fields,
    };

    private static FieldGeometry Fields(CasePart part, double length, double gravity)
    {
        double[][] columns = Columns(part, FieldColumns, length);
        if (columns is [_, var area, var stiffness, _, var gx])
        {
            CaseTable table = part.Folder.Table(part, "file")!;
            for (int i = 0; i < gx.Length; i++)
            {
                if (area[i] <= 0) table.Fault(i, "A0_m2", "must be a number above 0");
                if (stiffness[i] <= 0) table.Fault(i, "K_Pa", "must be a number above 0");
                if (Math.Abs(gx[i] - gravity) > PrintedDigits)
                    table.Fault(i, "gx_m_s2", "must repeat gravity_m_s2 of the case");
            }
        }
        else columns = [[], [], [], []];
        return new FieldGeometry
        {
            Position = columns[0],
            ReferenceArea = columns[1],
            Stiffness = columns[2],
            ExternalPressure = columns[3],
        };
    }

    private static VesselStart Start(CasePart? part, double length)
    {
        if (part is null) return new UniformStart(double.NaN, 0);
        VesselStart start = part.Choice("kind", Starts)(part, length);
        part.Finish();
        return start;
    }

    private static readonly Dictionary<string, Func<CasePart, double, VesselStart>> Starts = new()
    {
        ["uniform"] = (part, _) => new UniformStart(part.Number("A_m2", Allowed.Positive), part.Number("u_m_s")),
        ["hydrostatic"] = (part, _) =>
            new HydrostaticStart(part.Number("p_Pa"), part.Number("at_x_m"), part.Number("u_m_s")),
        ["profile"] = (part, length) => Columns(part, ProfileColumns, length) is [var x, var area, var velocity]
            ? new ProfileStart(x, area, velocity) : new ProfileStart([], [], []),
    };

    /// <summary>The columns of a table along the vessel, x from 0 to its length; empty with faults.</summary>
    private static double[][] Columns(CasePart part, string[] names, double length)
    {
        if (part.Folder.Table(part, "file") is not { } table) return [];
        if (!table.Header.SequenceEqual(names))
        {
            part.Fault("file", $"must have the columns {string.Join(", ", names)}");
            return [];
        }
        double[]?[] columns = [.. names.Select(table.Column)];
        if (columns.Any(column => column is null)) return [];
        double[] x = columns[0]!;
        if (x[0] != 0) table.Fault(0, "x_m", "must be 0 in the first row");
        if (Math.Abs(x[^1] - length) > PrintedDigits)
            table.Fault(x.Length - 1, "x_m", "must be the vessel's length in the last row");
        for (int i = 1; i < x.Length; i++)
        {
            if (x[i] < x[i - 1]) table.Fault(i, "x_m", "must not be before the row above");
            if (i > 1 && x[i] == x[i - 2]) table.Fault(i, "x_m", "must not stand a third time; a jump is two rows");
        }
        return [.. columns.Select(column => column!)];
    }
}
