using Azygos.Body.Cranium;
using Azygos.Body.Model;
using Azygos.Circulation;
using Azygos.Circulation.Lumped;
using Azygos.Circulation.Waveforms;
using Azygos.Quantities;

namespace Azygos.Body.Building;

/// <summary>What the skull and the spinal canal hold: autoregulated beds, cerebral veins, Starling branches,
/// cerebrospinal fluid.</summary>
internal static class CraniumPart
{
    /// <summary>Where cerebrospinal fluid is absorbed.</summary>
    public const string AbsorptionSite = "torcular";

    /// <summary>Element that absorbs it.</summary>
    public const string Absorption = "csf_absorption";

    /// <summary>Element between skull and spinal canal.</summary>
    public const string Exchange = "csf_exchange";

    /// <summary>Ending of the element by which a cerebral bed forms it.</summary>
    public const string Formation = ".formation";

    /// <summary>Element of a drain.</summary>
    public static string DrainOf(CerebralDrainRow drain) => $"{drain.Bed}.{drain.Vein}";

    public static void Add(BodyBuild build)
    {
        Dictionary<string, CerebralBedRow> beds = build.Model.CerebralBeds.ToDictionary(b => b.Id);
        foreach (CerebralBedRow bed in build.Model.CerebralBeds)
            AddBed(build, bed);
        foreach (CerebralDrainRow drain in build.Model.CerebralDrains)
            AddDrain(build, drain, beds[drain.Bed]);
        foreach (BridgingVeinRow bridge in build.Model.BridgingVeins)
            build.Network.Add(new StarlingResistor
            {
                Id = bridge.Id,
                From = build.Node(bridge.From),
                To = build.Node(bridge.To),
                Outside = build.Outside(Space.Skull),
                Value = Shared(
                    build.Numbers.Resistance("cerebral.bridging_vein_resistance_mmHg_s_per_mL"),
                    bridge.FlowShare),
            });
        AddFluid(build);
    }

    private static void AddBed(BodyBuild build, CerebralBedRow bed)
    {
        ModelNumbers n = build.Numbers;
        NodeId pial = build.AddNode(bed.Id + ".pial", bed.Height, BodyStart.PialArterioles),
            capillary = build.AddNode(bed.Id + ".capillary", bed.Height);
        double share = bed.FlowShare;
        double basal = n.Compliance("cerebral.pial_compliance_mL_per_mmHg").CubicMetresPerPascal;
        // k_R [mmHg³·s/mL] to SI, then k_R C_n² of the whole brain; a share s has k_R/s and C s, so its product is that
        // times s.
        double mmHg = PhysicalConstants.MillimetreOfMercury.Pascals, mL = Volume.FromMillilitres(1).CubicMetres;
        double coefficient = n["cerebral.arteriole_coefficient_mmHg3_s_per_mL"] * mmHg * mmHg * mmHg / mL;
        build.Network.Add(new AutoregulatedBed
        {
            Id = bed.Id,
            Artery = build.Node(bed.Artery),
            Pial = pial,
            Capillary = capillary,
            Fluid = build.Outside(Space.Skull),
            BasalFlow = Flow.FromMillilitresPerSecond(n["cerebral.basal_flow_mL_s"] * share),
            LargeArteries = Shared(n.Resistance("cerebral.large_artery_resistance_mmHg_s_per_mL"), share),
            ResistanceTimesSquaredVolume = coefficient * basal * basal * share,
            BasalCompliance = Compliance.FromCubicMetresPerPascal(basal * share),
            Dilation = Part(n.Compliance("cerebral.dilation_amplitude_mL_per_mmHg"), share),
            Constriction = Part(n.Compliance("cerebral.constriction_amplitude_mL_per_mmHg"), share),
            Gain = Compliance.FromMillilitresPerMillimetreOfMercury(n["cerebral.autoregulation_gain"] * share),
            TimeConstant = Duration.FromSeconds(n["cerebral.autoregulation_time_s"]),
        });
        build.Network.Add(new Diode
        {
            Id = bed.Id + Formation,
            From = capillary,
            To = build.Outside(Space.Skull),
            Value = Shared(n.Resistance("csf.formation_resistance_mmHg_s_per_mL"), share),
        });
    }

    private static void AddDrain(BodyBuild build, CerebralDrainRow drain, CerebralBedRow bed)
    {
        double share = bed.FlowShare * drain.Share;
        NodeId vein = build.Node(drain.Vein);
        string id = DrainOf(drain);
        build.Network.Add(new Resistance
        {
            Id = id,
            From = build.Node(bed.Id + ".capillary"),
            To = vein,
            Value = Shared(build.Numbers.Resistance("cerebral.proximal_vein_resistance_mmHg_s_per_mL"), share),
        });
        build.Network.Add(new CerebralVenousVolume
        {
            Id = id + ".volume",
            Inside = vein,
            Fluid = build.Outside(Space.Skull),
            FoldVolume = Volume.FromMillilitres(share / build.Numbers["cerebral.venous_elastance_per_mL"]),
            Offset = build.Numbers.Pressure("cerebral.venous_offset_mmHg"),
        });
    }

    private static void AddFluid(BodyBuild build)
    {
        ModelNumbers n = build.Numbers;
        NodeId cranial = build.Outside(Space.Skull), spinal = build.Outside(Space.Canal);
        double spinalShare = n["csf.spinal_fraction"];
        AddStretch(build, BodyBuilder.CranialFluid, cranial, 1 - spinalShare);
        AddStretch(build, BodyBuilder.SpinalFluid, spinal, spinalShare);
        build.Network.Add(new Resistance
        {
            Id = Exchange,
            From = cranial,
            To = spinal,
            Value = n.Resistance("csf.exchange_resistance_mmHg_s_per_mL"),
        });
        build.Network.Add(new Diode
        {
            Id = Absorption,
            From = cranial,
            To = build.Node(AbsorptionSite),
            Value = n.Resistance("csf.outflow_resistance_mmHg_s_per_mL"),
        });
        foreach ((string node, Waveform flow) in build.Signals?.Infusions ?? [])
            build.Network.Add(new PrescribedFlow
            {
                Id = node + ".infusion",
                From = build.Network.Ground,
                Into = build.Network.Node(node),
                Flow = flow,
            });
    }

    private static void AddStretch(BodyBuild build, string node, NodeId fluid, double share)
    {
        build.Network.Add(new FluidStretch
        {
            Id = node + ".stretch",
            Fluid = fluid,
            Outside = build.Network.Ground,
            FoldVolume = Volume.FromMillilitres(share / build.Numbers["csf.elastance_per_mL"]),
            Reference = default,
            AboveIndifference =
                Length.FromCentimetres(build.HeightOf(node) - build.Numbers["csf.indifferent_height_cm"]),
            Floor = build.Numbers.Pressure("csf.minimum_pressure_mmHg"),
        });
    }

    private static HydraulicResistance Shared(HydraulicResistance whole, double share) =>
        HydraulicResistance.FromPascalSecondsPerCubicMetre(whole.PascalSecondsPerCubicMetre / share);

    private static Compliance Part(Compliance whole, double share) =>
        Compliance.FromCubicMetresPerPascal(whole.CubicMetresPerPascal * share);
}
