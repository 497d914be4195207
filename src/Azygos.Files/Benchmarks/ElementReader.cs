using Azygos.Circulation.Verification;

namespace Azygos.Files.Benchmarks;

/// <summary>Reads the lumped elements of a case.</summary>
internal static class ElementReader
{
    /// <summary>An element.</summary>
    public static CaseElement Read(CasePart part)
    {
        string id = part.Id("id");
        CaseElement element = part.Choice("kind", Kinds)(part, id);
        part.Finish();
        return element;
    }

    private static readonly Dictionary<string, Func<CasePart, string, CaseElement>> Kinds = new()
    {
        ["resistor"] = (part, id) => new ResistorElement(id, part.Id("from"), part.Id("to"))
        {
            Resistance = part.Number("R_Pa_s_m3", Allowed.Positive),
        },
        ["capacitor"] = (part, id) => new CapacitorElement(id, part.Id("from"), part.Id("to"))
        {
            Compliance = part.Number("C_m3_Pa", Allowed.Positive),
        },
        ["inductor"] = (part, id) => new InductorElement(id, part.Id("from"), part.Id("to"))
        {
            Inertance = part.Number("L_Pa_s2_m3", Allowed.Positive),
            InitialFlow = part.Number("q_initial_m3_s"),
        },
        ["valve"] = Valve,
        ["stenosis"] = Stenosis,
        ["womersley_functions"] = (part, id) =>
            new WomersleyFunctionsElement(id, part.Numbers("womersley_numbers", atLeast: 1, Allowed.Positive)),
        ["womersley_tube"] = (part, id) => new WomersleyTubeElement(id)
        {
            Radius = part.Number("radius_m", Allowed.Positive),
            Frequency = part.Number("frequency_Hz", Allowed.Positive),
            PressureGradient = part.Number("pressure_gradient_Pa_m"),
            Radii = part.Numbers("r_m", atLeast: 2, Allowed.NotNegative),
        },
    };

    private static readonly Dictionary<string, bool> Openings = new() { ["fixed"] = false, ["dynamic"] = true };

    private static readonly Dictionary<string, StenosisForm> Forms = new()
    { ["full"] = StenosisForm.Full, ["excess"] = StenosisForm.Excess };

    private static ValveElement Valve(CasePart part, string id)
    {
        bool dynamic = part.Choice("opening", Openings);
        ValveDynamics? dynamics = null;
        if (dynamic)
            dynamics = new ValveDynamics(
                part.Number("opening_rate_1_Pa_s", Allowed.Positive),
                part.Number("closing_rate_1_Pa_s", Allowed.Positive),
                part.Number("dp_open_Pa"), part.Number("dp_close_Pa"));
        else
            foreach ((string key, Allowed allowed) in RatesOfFixedValve) part.OptionalNumber(key, allowed);
        return new ValveElement(id, part.Id("from"), part.Id("to"))
        {
            OpenArea = part.Number("area_open_m2", Allowed.Positive),
            ClosedArea = part.Number("area_closed_m2", Allowed.NotNegative),
            EffectiveLength = part.Number("effective_length_m", Allowed.Positive),
            InitialOpening = part.Number("opening_initial", Allowed.Share),
            InitialFlow = part.Number("q_initial_m3_s"),
            Dynamics = dynamics,
        };
    }

    // The format lets a fixed valve carry its rates, without effect.
    private static readonly (string Key, Allowed Allowed)[] RatesOfFixedValve =
    [
        ("opening_rate_1_Pa_s", Allowed.Positive), ("closing_rate_1_Pa_s", Allowed.Positive),
        ("dp_open_Pa", Allowed.Any), ("dp_close_Pa", Allowed.Any),
    ];

    private static StenosisElement Stenosis(CasePart part, string id) => new(id, part.Id("from"), part.Id("to"))
    {
        Form = part.Choice("form", Forms),
        Diameter = part.Number("diameter_m", Allowed.Positive),
        AreaReduction = part.Number("area_reduction", Allowed.ShareBelowOne),
        Length = part.Number("length_m", Allowed.Positive),
        TurbulentLoss = part.Number("Kt", Allowed.NotNegative),
        InertialFactor = part.Number("Ku", Allowed.NotNegative),
    };
}
