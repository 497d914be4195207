using System.Text.Json;

namespace Azygos.Testing.Independent;

/// <summary>The equations of the own case <c>svzerod/heart-and-coronaries</c>, written out by hand; its numbers are read
/// from the model's file.</summary>
/// <remarks>Equations: Sankaran et al. 2012 (doi 10.1007/s10439-012-0579-3); Kim et al. 2010 for the coronary beds (doi
/// 10.1007/s10439-010-0083-6). The left atrium is filled with Q_RV, as the block format has it.</remarks>
public sealed class HeartAndCoronaries : ImplicitEquations
{
    private static readonly double[] Cosine =
    [
        0.283748803, 0.031830626, -0.2094724, 0.020520047, 0.008316883, -0.04167766, 0.000867323, -0.001675379,
        -0.011252277, -0.000414677, 0.000253749, -0.002584966, 0.000584752, 0.000028502, 0.000022961, 0.000018735,
        0.000015573, 0.000013133, 0.000011199, 0.000009634, 0.000008343, 0.000007265, 0.000006354, 0.000005575,
        0.000004903,
    ];

    private static readonly double[] Sine =
    [
        0, -0.374299825, -0.01812777, 0.073971113, -0.047249597, 0.003212163, 0.019441411, -0.005565534, 0.003401432,
        0.008376795, -0.00007188, 0.001566861, 0.003143555, -0.000024787, -0.000007476, -0.000001281, 0.000001781,
        0.000003494, 0.000004507, 0.000005117, 0.000005481, 0.000005687, 0.000005789, 0.000005821, 0.000005805,
    ];

    private sealed record Vessel(string Name, double R, double L, int P, int Q, int PEnd, int QEnd, int QOut, int Own);

    private readonly JsonElement heart;
    private readonly JsonElement[] ends;
    private readonly Vessel[] vessels;
    private readonly int pIn, qIn, pOut, qOut;
    private readonly int vRA, qRA, pRV, vRV, qRV, pPul, pLA, vLA, qLA, pLV, vLV, qLV;
    private readonly HashSet<int> held = [];

    public HeartAndCoronaries(string model)
    {
        JsonElement root = JsonDocument.Parse(model).RootElement;
        JsonElement loop = root.GetProperty("closed_loop_blocks")[0], initial = root.GetProperty("initial_condition");
        heart = loop.GetProperty("parameters");
        Period = loop.GetProperty("cardiac_cycle_period").GetDouble();
        double all = initial.GetProperty("pressure_all").GetDouble();
        double Start(string name) => initial.GetProperty($"{name}:CLH").GetDouble();
        ends = [.. root.GetProperty("boundary_conditions").EnumerateArray().Select(e => e.GetProperty("bc_values"))];
        (pIn, qIn, pOut, qOut) =
            (Variable("p in", all), Variable("q in"), Variable("p out", all), Variable("q out"));
        vessels = [.. root.GetProperty("vessels").EnumerateArray().Select((vessel, k) =>
        {
            JsonElement values = vessel.GetProperty("zero_d_element_values");
            return new Vessel(
                vessel.GetProperty("vessel_name").GetString()!, values.GetProperty("R_poiseuille").GetDouble(),
                values.GetProperty("L").GetDouble(), Variable("p", all), Variable("q"), Variable("p end", all),
                Variable("q end"), Variable("q back"), Variable("own", k == 0 ? all : 0));
        })];
        (vRA, qRA) = (Variable("V_RA", Start("V_RA")), Variable("Q_RA"));
        (pRV, vRV, qRV) = (Variable("P_RV"), Variable("V_RV", Start("V_RV")), Variable("Q_RV"));
        (pPul, pLA, vLA, qLA) = (Variable("P_pul", Start("P_pul")), Variable("P_LA"), Variable("V_LA", Start("V_LA")),
            Variable("Q_LA"));
        (pLV, vLV, qLV) = (Variable("P_LV"), Variable("V_LV", Start("V_LV")), Variable("Q_LV"));
    }

    /// <summary>Length of a cycle.</summary>
    public double Period { get; }

    /// <summary>Names of the vessels.</summary>
    public IEnumerable<string> Vessels => vessels.Select(vessel => vessel.Name);

    /// <summary>Flow in and out, pressure in and out of a vessel, among the variables of a step.</summary>
    public double[] Of(string vessel, double[] variables)
    {
        Vessel one = vessels.First(v => v.Name == vessel);
        return [variables[one.Q], variables[one.QEnd], variables[one.P], variables[one.PEnd]];
    }

    protected override IEnumerable<int> Held => held;

    protected override void Rows(double time)
    {
        double t = time % Period, x = t / Period, length = Period * H("Tsa"), peak = Period / H("tpwave");
        double since = t <= peak ? t - peak + length : t - peak - (Period - length);
        double φ = since >= 0 && since <= length ? 0.5 * (1 - Math.Cos(2 * Math.PI * since / length)) : 0;
        double e = Enumerable.Range(0, Cosine.Length).Sum(
            k => Cosine[k] * Math.Cos(2 * Math.PI * k * x) - Sine[k] * Math.Sin(2 * Math.PI * k * x));
        Valves();
        Ends();
        Heart(φ, e);
    }

    private double H(string key) => heart.GetProperty(key).GetDouble();

    private double B(int end, string key) => ends[end].GetProperty(key).GetDouble();

    // A valve is shut while neither its pressure difference nor its flow is positive.
    private void Valves()
    {
        held.Clear();
        foreach ((int before, int after, int flow) in
            new[] { (pIn, pRV, qRA), (pRV, pPul, qRV), (pLA, pLV, qLA), (pLV, pOut, qLV) })
            if (Now(before) <= Now(after) && Now(flow) <= 0) held.Add(flow);
    }

    private double Open(int flow) => held.Contains(flow) ? 0 : 1;

    private void Ends()
    {
        for (int k = 0; k < vessels.Length; k++)
        {
            Vessel v = vessels[k];
            Row((1, v.P), (-1, pOut));
            Rate(-v.L, v.QEnd);
            Row((1, v.P), (-v.R, v.Q), (-1, v.PEnd));
            Row((1, v.Q), (-1, v.QEnd));
            if (k == 0)
            {
                Rate(B(0, "C"), v.Own);
                Row((1, v.QOut), (-1, v.QEnd));
                Row((1, v.PEnd), (-B(0, "Rp"), v.QEnd), (-1, v.Own));
                Row((1, v.Own), (-1, pIn), (-B(0, "Rd"), v.QOut));
                continue;
            }
            double Ra = B(k, "Ra"), Ram = B(k, "Ram"), Rv = B(k, "Rv"), Ca = B(k, "Ca"), Cim = B(k, "Cim");
            (int ventricle, double share) = k == 1 ? (pLV, H("iml")) : (pRV, H("imr"));
            Rate(-Ram * Ca, v.PEnd);
            Rate(Ram * Ra * Ca, v.QEnd);
            Row((-1, v.PEnd), (Ra + Ram, v.QEnd), (1, pIn), (Rv, v.QOut));
            Rate(-Ca, v.PEnd);
            Rate(Ca * Ra, v.QEnd);
            Rate(-1, v.Own);
            Row((1, v.QEnd), (-1, v.QOut));
            // The muscle's pressure without its slope, as the program does whose step is compared with.
            Plus(-Cim * share * Now(ventricle), ventricle, 0);
            Row((Cim, pIn), (Cim * Rv, v.QOut), (-1, v.Own));
        }
        Row([(1, qIn), .. vessels.Select(v => (-1.0, v.QOut))]);
        Row([(1, qOut), .. vessels.Select(v => (-1.0, v.Q))]);
    }

    private void Heart(double φ, double e)
    {
        Atrium(φ, pIn, vRA, "ra");
        Atrium(φ, pLA, vLA, "la");
        foreach ((int p, int V, double E, double V0) in new[]
            { (pRV, vRV, e * H("Erv_s"), H("Vrv_u")), (pLV, vLV, e * H("Elv_s"), H("Vlv_u")) })
        {
            Plus(E * V0, V, 0);
            Row((1, p), (-E, V));
        }
        foreach ((int before, int after, int q, string L, string R) in new[]
        {
            (pIn, pRV, qRA, "Lra_v", "Rra_v"), (pRV, pPul, qRV, "Lrv_a", "Rrv_a"),
            (pLA, pLV, qLA, "Lla_v", "Rla_v"), (pLV, pOut, qLV, "Llv_a", "Rlv_ao"),
        })
        {
            Rate(H(L), q);
            Row((H(R) * Open(q), q), (-1, before), (1, after));
        }
        Rate(1, vRA);
        Row((Open(qRA), qRA), (-1, qIn));
        Rate(1, vRV);
        Row((-Open(qRA), qRA), (Open(qRV), qRV));
        Rate(H("Cp"), pPul);
        Row((-Open(qRV), qRV), (1 / H("Rpd"), pPul), (-1 / H("Rpd"), pLA));
        Rate(1, vLA);
        Row((-Open(qRV), qRV), (Open(qLA), qLA));
        Rate(1, vLV);
        Row((-Open(qLA), qLA), (Open(qLV), qLV));
        Rate(H("Cpa"), pOut);
        Row((-Open(qLV), qLV), (1, qOut));
    }

    private void Atrium(double φ, int p, int V, string side)
    {
        double E = H($"Emax_{side}"), V0 = H($"Vaso_{side}"), K = H($"Kxp_{side}"), k = H($"Kxv_{side}");
        double exponential = Math.Exp(k * (Now(V) - V0));
        Plus(φ * E * V0 - (1 - φ) * K * (exponential - 1), V, -(1 - φ) * K * k * exponential);
        Row((1, p), (-φ * E, V));
    }

    private void Rate(double coefficient, int variable) => TimesRate(coefficient, variable);

    private void Row(params (double Coefficient, int Variable)[] terms)
    {
        foreach ((double coefficient, int variable) in terms) Times(coefficient, variable);
        EndRow();
    }
}
