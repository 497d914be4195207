using Azygos.Body.Model;

namespace Azygos.Reports.Tests.Runs;

/// <summary>A body whose layout and names are realistic; its numbers are invented for the tests of the page.</summary>
internal static class FakeBody
{
    private static readonly Provenance Assumed = new(Basis.Assumed, "", "laid along the anatomical course");
    private static readonly Provenance Derived = new(Basis.Derived, "S1;S2", "from segment lengths");

    // id x y z [cm]
    private const string NodeTable = """
        heart 0 0 0 | vc_mid -2.2 -0.5 1.2 | arch -1.2 -3 3 | confl -2 0 3.4 | ivc_top -1.6 -0.5 -1.8 | ivc_ren -1.4 -2 -10.4 | ivc_bif -1.2 -2 -22
        ren_r -5 -3 -11.2 | ren_l 5 -3 -11.2 | iliac_r -4.6 -2 -26.5 | iliac_l 4.4 -2 -26.8 | fem_r -7.5 1 -36 | fem_l 7.5 1 -36
        bc_r -3.2 0.5 6.4 | bc_l 4 1 6.2 | sub_r -8 -0.5 7.4 | sub_l 8 -0.5 7 | ax_r -13 -1.5 4 | ax_l 13 -1.5 4
        j1_r -3.6 0.5 7 | j2b_r -4.2 0.5 11.1 | j2_r -4.4 0 16.8 | j3_r -4 -1 23.4 | j1_l 4.2 0.5 6.8 | j2b_l 4.3 0.5 10.8 | j2_l 4.5 0 16.6 | j3_l 4 -1 23.3
        ej_r -6.2 1 20.5 | ej_l 6.2 1 20 | vv_r -2.6 -3 23 | vv_l 2.6 -3 23 | subo 0 -4.8 23.4 | c7 0 -5 11.5 | t12 0 -6 -15.3 | l5 0 -4 -32.3
        azt 0.4 -5 -16.6 | az_mid -0.8 -4.5 -6 | haz 2 -5 -15.5 | alr -3.4 -4 -30 | all 3.4 -4 -30
        jb_r -3.2 -1.5 24.8 | jb_l 3.2 -1.5 24.8 | ts_r -5.6 -4 27.8 | ts_l 5.6 -4 27.8 | torc 0 -9 28.3 | sss0 0 7 32.5 | sss1 0 3 38.3 | sss2 0 -8 35.3
        iss 0 1.5 36.5 | gal 0 -5 31.2 | vg0 0 -4.3 31.7 | icv_r -0.5 -1 32.4 | icv_l 0.5 -1 32.4 | bv_r -2.4 1 29.3 | bv_l 2.4 1 29.3 | cs_r -1.4 2 28.2 | cs_l 1.4 2 28.2
        csp_r -1.9 0.5 27.2 | csp_l 1.9 0.5 27.2 | cortex 0 1 38.9 | lv 0.8 1 -1 | aroot 0.4 1 3 | aarch 0.6 -1 6 | adesc 1.6 -4.5 -8 | aend 0.6 -3 -22
        cca_r -3 0.6 8 | cca_l 2.6 0.6 8 | ica_r -3.2 -0.4 18 | ica_l 3.2 -0.4 18 | wil_r -1.2 0.8 29.6 | wil_l 1.2 0.8 29.6 | va_r -2.2 -2.5 22 | va_l 2.2 -2.5 22 | bas 0 -1 27.5
        """;

    // id kind region from to radius [cm] flow [mL/min] p_from p_to [mmHg]
    private const string VesselTable = """
        svc vein thorax confl vc_mid 0.97 2260 4.9 4.6 | svc_low vein thorax vc_mid heart 0.97 2600 4.6 4.5 | ivc vein abdomen ivc_ren ivc_top 0.95 3100 5.1 4.7
        ivc_hep vein thorax ivc_top heart 1 3350 4.7 4.5 | ivc_low vein abdomen ivc_bif ivc_ren 0.9 1270 5.5 5.1 | renal_right vein abdomen ren_r ivc_ren 0.6 500 5.4 5.1
        renal_left vein abdomen ren_l ivc_ren 0.55 480 5.4 5.1 | iliac_right vein leg iliac_r ivc_bif 0.63 640 5.9 5.5 | iliac_left vein leg iliac_l ivc_bif 0.63 620 5.9 5.5
        femoral_right vein leg fem_r iliac_r 0.5 600 6.8 5.9 | femoral_left vein leg fem_l iliac_l 0.5 590 6.8 5.9 | azygos vein thorax azt az_mid 0.3 300 6.4 5.8
        azygos_high vein thorax az_mid arch 0.38 326 5.8 5.2 | azygos_arch vein thorax arch vc_mid 0.4 326 5.2 4.6 | hemiazygos vein thorax haz azt 0.2 90 6.6 6.4
        lumbar_asc_right vein abdomen alr azt 0.15 24 6.6 6.4 | lumbar_asc_left vein abdomen all haz 0.15 21 6.7 6.6 | lumbar_left vein abdomen l5 all 0.15 -6 6.6 6.7 | lumbar_right vein abdomen l5 alr 0.15 4 6.7 6.6
        brachio_right vein thorax bc_r confl 0.8 1180 5.05 4.9 | brachio_left vein thorax bc_l confl 0.75 1060 5.1 4.9 | subclavian_right vein arm sub_r bc_r 0.56 420 5.4 5.05
        subclavian_left vein arm sub_l bc_l 0.56 410 5.4 5.1 | axillary_right vein arm ax_r sub_r 0.5 300 6.1 5.4 | axillary_left vein arm ax_l sub_l 0.5 300 6.1 5.4
        ijv_bulb_right vein neck jb_r j3_r 0.4 405 6.1 6 | ijv_j3_right vein neck j3_r j2_r 0.364 405 6 5.3 | ijv_j2_right vein neck j2_r j2b_r 0.578 421 5.3 5.2 | ijv_j1_right vein neck j2b_r j1_r 0.62 421 5.2 5.1 | ijv_end_right vein thorax j1_r bc_r 0.62 421 5.1 5.05
        ijv_bulb_left vein neck jb_l j3_l 0.32 212 6.1 6 | ijv_j3_left vein neck j3_l j2_l 0.3 212 6 5.35 | ijv_j2_left vein neck j2_l j2b_l 0.49 227 5.35 5.2 | ijv_j1_left vein neck j2b_l j1_l 0.52 227 5.2 5.1 | ijv_end_left vein thorax j1_l bc_l 0.52 227 5.1 5.1
        ext_jugular_right vein neck ej_r sub_r 0.225 118 6.2 5.4 | ext_jugular_left vein neck ej_l sub_l 0.22 108 6.2 5.4 | facial_right vein neck ej_r j2_r 0.15 16 6.2 5.3 | facial_left vein neck ej_l j2_l 0.15 15 6.2 5.35
        vertebral_right vein neck vv_r bc_r 0.2 21 5.7 5.05 | vertebral_left vein neck vv_l bc_l 0.2 20 5.7 5.1 | subocc_right vein neck subo vv_r 0.2 12 5.8 5.7 | subocc_left vein neck subo vv_l 0.2 11 5.8 5.7
        deep_cerv_right vein neck subo bc_r 0.15 48 5.8 5.05 | deep_cerv_left vein neck subo bc_l 0.15 47 5.8 5.1 | epidural_c vein spine subo c7 0.24 27 5.8 5.6 | epidural_t vein spine c7 t12 0.24 5 5.6 6.5 | epidural_l vein spine t12 l5 0.26 -9 6.5 6.6
        interv_c_right vein spine c7 bc_r 0.12 12 5.6 5.05 | interv_c_left vein spine c7 bc_l 0.12 11 5.6 5.1 | interv_t vein spine t12 azt 0.2 14 6.5 6.4
        condylar_right vein skull jb_r subo 0.12 30 6.1 5.8 | condylar_left vein skull jb_l subo 0.12 22 6.1 5.8 | mastoid_right vein skull ts_r subo 0.1 12 6.6 5.8 | mastoid_left vein skull ts_l subo 0.1 7 6.7 5.8 | marginal sinus intracranial torc subo 0.08 0.5 7 5.8
        sigmoid_right sinus intracranial ts_r jb_r 0.36 420 6.6 6.1 | sigmoid_left sinus intracranial ts_l jb_l 0.3 222 6.7 6.1 | transverse_right sinus intracranial torc ts_r 0.3325 400 7 6.6
        transverse_left sinus intracranial torc ts_l 0.2685 200 7 6.7 | sss_anterior sinus intracranial sss0 sss1 0.15 60 9.1 8.6 | sss_middle sinus intracranial sss1 sss2 0.24 230 8.6 7.7 | sss_posterior sinus intracranial sss2 torc 0.33 360 7.7 7
        inferior_sagittal sinus intracranial iss gal 0.1 12 7.8 7.5 | straight sinus intracranial gal torc 0.21 108 7.5 7 | galen vein intracranial vg0 gal 0.2 96 12.6 12.5
        icv_right vein intracranial icv_r vg0 0.09 26 13.2 12.6 | icv_left vein intracranial icv_l vg0 0.09 26 13.2 12.6 | basal_right vein intracranial bv_r vg0 0.09 22 13.3 12.6 | basal_left vein intracranial bv_l vg0 0.09 22 13.3 12.6
        cavernous_right sinus intracranial cs_r csp_r 0.2 22 6.9 6.8 | cavernous_left sinus intracranial cs_l csp_l 0.2 24 6.9 6.8 | intercavernous sinus intracranial cs_r cs_l 0.1 -1 6.9 6.9
        petrosal_sup_right sinus intracranial csp_r ts_r 0.1 6 6.8 6.6 | petrosal_sup_left sinus intracranial csp_l ts_l 0.1 7 6.8 6.7 | petrosal_inf_right sinus intracranial csp_r jb_r 0.14 16 6.8 6.1 | petrosal_inf_left sinus intracranial csp_l jb_l 0.14 17 6.8 6.1
        aorta_asc artery thorax aroot aarch 1.4 5900 94 93.5 | aorta_desc artery thorax aarch adesc 1.1 4200 93.5 93 | aorta_abd artery abdomen adesc aend 0.8 1400 93 92 | carotid_right artery neck aarch cca_r 0.35 420 93.5 93 | carotid_left artery neck aarch cca_l 0.35 410 93.5 93
        ica_right artery neck cca_r ica_r 0.24 258 93 91 | ica_left artery neck cca_l ica_l 0.24 250 93 91 | siphon_right artery head ica_r wil_r 0.22 258 91 88 | siphon_left artery head ica_l wil_l 0.22 250 91 88
        vertebral_artery_r artery neck aarch va_r 0.16 98 93.5 90 | vertebral_artery_l artery neck aarch va_l 0.16 98 93.5 90 | basilar_r artery head va_r bas 0.15 98 90 88 | basilar_l artery head va_l bas 0.15 98 90 88
        """;

    // id | name | group | vessel | position | node
    private const string SiteTable = """
        aorta|Ascending aorta|arteries|aorta_asc|0.5|
        common_carotid_right|Right common carotid artery|arteries|carotid_right|0.5|
        internal_carotid_right|Right internal carotid artery|arteries|ica_right|0.5|
        icp|Intracranial pressure|fluid spaces||0|csf
        csf_spinal|Spinal cerebrospinal fluid, lumbar|fluid spaces||0|csf_l
        sss|Superior sagittal sinus|sinuses|sss_middle|0.6|
        straight_sinus|Straight sinus|sinuses|straight|0.5|
        torcular|Confluence of the sinuses|sinuses||0|torc
        transverse_sinus_right|Right transverse sinus|sinuses|transverse_right|0.5|
        transverse_sinus_left|Left transverse sinus|sinuses|transverse_left|0.5|
        galen|Great vein of Galen|cerebral veins|galen|0.5|
        basal_vein_right|Right basal vein|cerebral veins|basal_right|0.3|
        basal_vein_left|Left basal vein|cerebral veins|basal_left|0.3|
        internal_cerebral_vein_right|Right internal cerebral vein|cerebral veins|icv_right|0.2|
        cavernous_right|Right cavernous sinus|sinuses|cavernous_right|0.5|
        cavernous_left|Left cavernous sinus|sinuses|cavernous_left|0.5|
        ijv_right_j3|Right internal jugular vein, J3|jugular veins|ijv_j3_right|0.3|
        ijv_right_j2|Right internal jugular vein, J2|jugular veins|ijv_j2_right|0.5|
        ijv_right_j1|Right internal jugular vein, J1|jugular veins|ijv_j1_right|0.5|
        ijv_left_j3|Left internal jugular vein, J3|jugular veins|ijv_j3_left|0.3|
        ijv_left_j2|Left internal jugular vein, J2|jugular veins|ijv_j2_left|0.5|
        ijv_left_j1|Left internal jugular vein, J1|jugular veins|ijv_j1_left|0.5|
        vertebral_vein_right|Right vertebral vein|spinal routes|vertebral_right|0.4|
        vertebral_vein_left|Left vertebral vein|spinal routes|vertebral_left|0.4|
        epidural_plexus_cervical|Cervical epidural plexus|spinal routes|epidural_c|0.5|
        epidural_plexus_thoracic|Thoracic epidural plexus|spinal routes|epidural_t|0.6|
        epidural_plexus_lumbar|Lumbar epidural plexus|spinal routes|epidural_l|0.5|
        azygos|Azygos vein|chest|azygos_high|0.5|
        hemiazygos|Hemiazygos vein|chest|hemiazygos|0.2|
        lumbar_vein_left|Left lumbar vein|abdomen|lumbar_left|0.5|
        renal_vein_left|Left renal vein|abdomen|renal_left|0.4|
        brachiocephalic_right|Right brachiocephalic vein|chest|brachio_right|0.5|
        brachiocephalic_left|Left brachiocephalic vein|chest|brachio_left|0.5|
        svc|Superior vena cava|chest|svc|0.5|
        ivc|Inferior vena cava|abdomen|ivc|0.5|
        right_atrium|Right atrium|chest||0|heart
        """;

    // id | quantity | label | posture | value | low | high | unit | band | use | source
    private const string ValidationTable = """
        v1|flow:ijv_right_j2|Right internal jugular vein, flow|supine|362|197|527|mL/min|one SD|fitted|WP217
        v2|flow:ijv_left_j2|Left internal jugular vein, flow|supine|229|88|370|mL/min|one SD|fitted|WP217
        v3|flow:cerebral|Total cerebral blood flow|supine|703|588|818|mL/min|one SD|fitted|WP217
        v4|flow:vertebral_vein|Both vertebral veins, flow|supine|47|14|80|mL/min|one SD|checked|Schreiber
        v5|flow:sss|Superior sagittal sinus, flow|supine|443|390|496|mL/min|chosen: 12 %|checked|Gideon
        v6|pressure:icp|Intracranial pressure|supine|8.6|0.9|16.3|mmHg|90 % reference interval|checked|Norager
        v7|area:ijv|Internal jugular vein, area|supine|94.5|60|130|mm²|chosen|predicted|Holmlund
        v8|flow:azygos|Azygos vein, flow|supine|320|230|410|mL/min|one SD|predicted|S1
        v9|flow:acoa|Anterior communicating artery, flow|supine|25|10|60|mL/min|one SD|predicted|Oops
        v10|area:ijv_sit|Internal jugular vein, area|sitting|6.5|1.4|11.6|mm²|one SD|checked|Holmlund
        v12|difference:pressure:sss-pressure:jugular_bulb_right|Sagittal sinus to jugular bulb|supine|2.5|0|5|mmHg|upper bound|checked|Fargen
        v11|pressure:icp_sit|Intracranial pressure|sitting|1.2|-5.9|8.3|mmHg|90 % reference interval|predicted|Norager
        """;

    private const string SourceTable = """
        WP217|Quantitative MRA of the internal jugular vein in 263 healthy people, Stroke (abstract WP217)||abstract
        Schreiber|Schreiber et al. 2003, J Appl Physiol 94:1802|10.1152/japplphysiol.00782.2002 (DOI recalled)|abstract
        Gideon|Gideon et al. 1996, Acta Radiol 37:171|PMID 8600955|abstract
        Norager|Norager et al. 2021, Fluids Barriers CNS 18:19|10.1186/s12987-021-00253-4|abstract
        Holmlund|Holmlund et al. 2017, Fluids Barriers CNS 14|10.1186/s12987-017-0065-2|abstract
        Fargen|Fargen et al. 2020, J NeuroIntervent Surg 12:320|10.1136/neurintsurg-2019-015251|abstract
        S1|Closed-loop ADAN-86 with reduced veins, repository||repository
        S2|circulatory_autogen, repository||repository
        """;

    /// <summary>The body.</summary>
    public static BodyModel Model { get; } = Build();

    /// <summary>Flow and end pressures of each vessel as the table gives them.</summary>
    public static IReadOnlyDictionary<string, (double Flow, double From, double To)> Supine { get; } =
        Cells(VesselTable, '|')
        .Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(c => c[0], c => (Number(c[6]), Number(c[7]), Number(c[8])));

    internal static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static BodyModel Build() => new()
    {
        Id = "healthy-adult-lumped",
        Name = "Healthy adult, lumped",
        Description = "A resting adult of 75 kg as volumes and branches: heart, lungs, arteries, tissue beds, the "
            + "fluid around brain and cord, and the veins that drain them.",
        VesselTreatment = VesselTreatment.Lumped,
        Parameters = new[]
        {
            new ScalarParameter("heart.rate_per_min", 72, "1/min", 20, 220, "Heart rate",
                new(Basis.Assumed, "", "rest")),
            new ScalarParameter("breathing.inspiratory_fraction", 0.38, "1", 0.2, 0.6,
                "Share of the breath spent inhaling", new(Basis.Recalled, "S1", "textbook")),
            new ScalarParameter("breathing.rate_per_min", 12, "1/min", 4, 40, "Breaths a minute",
                new(Basis.Assumed, "", "")),
            new ScalarParameter("blood.volume_mL", 4630, "mL", 2500, 7000, "Blood volume",
                new(Basis.Derived, "S1", "from the filling pressure")),
            new ScalarParameter("cranium.elastance_per_mL", 0.077, "1/mL", 0.02, 0.6, "Stiffness of the cranial cavity",
                new(Basis.PublishedSecondary, "S2", "")),
        }.ToDictionary(p => p.Path),
        Nodes = [.. Cells(NodeTable, '|').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(c => new NodeRow(c[0], c[0], Number(c[1]), Number(c[2]), Number(c[3]), c[0].StartsWith('c')
                ? Assumed : Derived))],
        Walls = [new("soft", "soft_vein", null, 0.1, 0, Assumed), new("sinus", "rigid", null, null, 0, Derived)],
        Vessels = [.. Cells(VesselTable, '|').Select(row => row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(Vessel)],
        Beds = [new("kidney_left", "Left kidney", "abdomen", "aorta_abd", "ren_l", 1, 0.1, 8, 7, 60, 80, 0.3, 1, -11,
            Space.Abdomen, new(Basis.Published, "S1", ""))],
        CerebralBeds = [new("mca_right", "Right middle cerebral", "wil_r", 0.21, 32, new(Basis.Published, "S1", ""))],
        CerebralDrains = [new("mca_right", "cortex", 1, Assumed)],
        BridgingVeins = [new("bridge_sss", "Bridging veins to the superior sagittal sinus", "cortex", "sss1", 0.5,
            Assumed)],
        Compartments = [],
        Chambers = [new("left_ventricle", "lv", 2.8, 0.07, 10, new(Basis.Published, "S1", ""))],
        Valves = [new("aortic", "Aortic valve", "cardiac", "lv", "aroot", 4, 1, 0.12, 0.12, 1, 0,
            new(Basis.PublishedSecondary, "S1", ""))],
        Sites = [.. Cells(SiteTable, '\n').Select(row => row.Split('|'))
            .Select(c => new SiteRow(c[0], c[1], c[2], c[3], Number(c[4]), c[5], c[0] == "csf_spinal"
            ? "at the level of L5" : ""))],
        Validation = [.. Cells(ValidationTable, '\n').Select(row => row.Split('|')).Select(c => new ValidationRow(
            c[0], c[1], c[2], c[3], Number(c[4]), Number(c[5]), Number(c[6]), c[7], c[8], c[9],
                new(Basis.Published, c[10], "")))],
        Calibration =
        [
            new()
            {
                Knob = "arterial.R_cerebral", AppliesTo = "cerebral beds", Cells = "", Setting = "0.65 × source",
                Datum = "brain_inflow", Reason = "703 mL/min cerebral inflow", Achieved = "702 mL/min", Kind = "fitted",
                Provenance = new(Basis.Derived, "WP217", ""),
            },
            new()
            {
                Knob = "ijv.area", AppliesTo = "J1 to J3, both sides", Cells = "", Setting = "measured areas",
                Reason = "MR venography", Achieved = "1.05 and 0.75 cm² at J2", Kind = "set",
                Provenance = new(Basis.Published, "Holmlund", ""),
            },
        ],
        Sources = Cells(SourceTable, '\n').Select(row => row.Split('|'))
            .ToDictionary(c => c[0], c => new SourceRow(c[0], c[1], c[2], c[3])),
        Hash = "5b1f0f5a0c4f9f2f3a1d8e7b6c5d4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d",
    };

    private static VesselRow Vessel(string[] c)
    {
        string name = char.ToUpperInvariant(c[0][0]) + c[0][1..].Replace('_', ' ');
        double area = Math.PI * Number(c[5]) * Number(c[5]);
        Provenance provenance = c[1] == "sinus" ? Assumed : c[0].StartsWith("ijv", StringComparison.Ordinal)
            ? new(Basis.Published, "Holmlund", "") : Derived;
        return new VesselRow(c[0], name, c[1], c[2], c[3], c[4], 5, area, 5, "soft", null,
            c[2] == "intracranial" && c[1] == "vein" ? Space.Skull : Space.Tissue, 1, 1, provenance);
    }

    private static string[] Cells(string table, char separator) =>
        table.Split([separator, '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
