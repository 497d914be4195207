namespace Azygos.Body.Model;

/// <summary>One scalar of <c>parameters.csv</c>: path, value, unit, allowed range.</summary>
/// <param name="Path">Dotted lower-case path with the unit last, such as <c>heart.rate_per_min</c>.</param>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Minimum">Smallest value accepted.</param>
/// <param name="Maximum">Largest value accepted.</param>
/// <param name="Meaning">One line for people.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record ScalarParameter(
    string Path, double Value, string Unit, double Minimum, double Maximum, string Meaning, Provenance Provenance);

/// <summary>What surrounds a vessel or volume, and so sets its external pressure.</summary>
public enum Space
{
    /// <summary>Open tissue: zero.</summary>
    Tissue,

    /// <summary>Chest: pleural pressure, moving with the breath.</summary>
    Thorax,

    /// <summary>Abdomen.</summary>
    Abdomen,

    /// <summary>Skull: the cranial cerebrospinal fluid pressure.</summary>
    Skull,

    /// <summary>Spinal canal: the spinal cerebrospinal fluid pressure at that height.</summary>
    Canal,
}

/// <summary>A point that vessels, beds and valves share.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="X">To the subject's left of the midline [cm] (right-sided structures negative).</param>
/// <param name="Y">To the front of the right atrium [cm].</param>
/// <param name="Z">Toward the head from the right atrium [cm]; the height when upright.</param>
/// <param name="Provenance">Basis and source of the coordinates.</param>
public sealed record NodeRow(string Id, string Name, double X, double Y, double Z, Provenance Provenance);

/// <summary>A kind of vessel wall: p − p_ext = p₀ + K_d (αᵐ − 1) + K_b (1 − α^(−3/2)), α = A/A₀; rigid when the law
/// says so.</summary>
/// <param name="Id">Identifier, used by vessel rows.</param>
/// <param name="Law"><c>soft_vein</c> (m = 3), <c>stiff_vein</c> (m = 10), <c>artery</c> (m = ½, no bending term),
/// <c>rigid</c>.</param>
/// <param name="DistensionStiffness">K_d [mmHg] at the reference area; null: derived from the radius by the rule of the
/// law.</param>
/// <param name="BendingStiffness">K_b [mmHg]; null: equal to K_d.</param>
/// <param name="ReferencePressure">p₀ [mmHg].</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record WallRow(
    string Id, string Law, double? DistensionStiffness, double? BendingStiffness,
    double ReferencePressure, Provenance Provenance);

/// <summary>A vessel from one node to another: a chain of cells with viscous loss, inertia and wall.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind"><c>artery</c>, <c>vein</c> or <c>sinus</c>; for drawing and tables.</param>
/// <param name="Region">Region word, such as <c>neck</c>.</param>
/// <param name="From">First node; flow is positive from here.</param>
/// <param name="To">Second node (toward the heart for veins).</param>
/// <param name="Length">Length [cm].</param>
/// <param name="RestArea">Lumen area at rest, at <paramref name="RestPressure"/> [cm²].</param>
/// <param name="RestPressure">Transmural pressure at which the area is <paramref name="RestArea"/> [mmHg].</param>
/// <param name="Wall">Id of the wall row.</param>
/// <param name="Stiffness">K of this vessel [mmHg] where the wall row leaves it to the vessel (arteries); null
/// otherwise.</param>
/// <param name="Space">What surrounds it.</param>
/// <param name="Tier">1: part of every level of detail; 2: only of full detail.</param>
/// <param name="Cells">Lumped cells in series (1 for short vessels).</param>
/// <param name="Provenance">Basis of the least certain of its numbers, and source.</param>
public sealed record VesselRow(
    string Id, string Name, string Kind, string Region, string From, string To, double Length, double RestArea,
    double RestPressure, string Wall, double? Stiffness, Space Space, int Tier, int Cells, Provenance Provenance);

/// <summary>A tissue bed outside the skull: artery → resistance → arteriolar compliance → resistance → venous reservoir
/// → venule → vein.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Region">Region word.</param>
/// <param name="Artery">Arterial node.</param>
/// <param name="Vein">Venous node.</param>
/// <param name="ProximalResistance">R_prox [mmHg·s/mL].</param>
/// <param name="ArterialCompliance">C between the resistances [mL/mmHg].</param>
/// <param name="DistalResistance">R_dist [mmHg·s/mL], without the venule's.</param>
/// <param name="VenousCompliance">C₀ of the reservoir at zero transmural pressure [mL/mmHg].</param>
/// <param name="UnstressedVolume">V_u [mL].</param>
/// <param name="SaturationVolume">V_s [mL]; 0: linear.</param>
/// <param name="VenuleResistance">R_venule [mmHg·s/mL].</param>
/// <param name="ReflexShare">Share of the baroreflex's effects that the bed takes [1]; 0: it does not listen.</param>
/// <param name="Height">Height of the bed above the right atrium [cm].</param>
/// <param name="Space">What surrounds the reservoir.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record BedRow(
    string Id, string Name, string Region, string Artery, string Vein, double ProximalResistance,
    double ArterialCompliance, double DistalResistance, double VenousCompliance, double UnstressedVolume,
    double SaturationVolume, double VenuleResistance, double ReflexShare, double Height,
    Space Space, Provenance Provenance);

/// <summary>What the tissue of a bed outside the skull consumes.</summary>
/// <param name="Bed">Id of the bed.</param>
/// <param name="Demand">Oxygen that it asks for at rest [mL/min].</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record OxygenDemandRow(string Bed, double Demand, Provenance Provenance);

/// <summary>A bed inside the skull; pial arterioles and capillaries scale with its share of the brain's flow.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Artery">Arterial node.</param>
/// <param name="FlowShare">Share of the brain's basal flow [1]; the shares add up to 1.</param>
/// <param name="Height">Height above the right atrium [cm].</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record CerebralBedRow(
    string Id, string Name, string Artery, double FlowShare, double Height, Provenance Provenance);

/// <summary>Proximal veins of a cerebral bed: its share of outflow to one venous node inside the skull, upstream of a
/// bridging vein.</summary>
/// <param name="Bed">Id of the cerebral bed.</param>
/// <param name="Vein">Node of cerebral veins; from it every path to a sinus crosses exactly one bridging vein.</param>
/// <param name="Share">Share of the bed's basal flow [1]; the shares of a bed add up to 1.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record CerebralDrainRow(string Bed, string Vein, double Share, Provenance Provenance);

/// <summary>The Starling branch of a cerebral vein where it enters a sinus.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="From">Cerebral venous node.</param>
/// <param name="To">Sinus node.</param>
/// <param name="FlowShare">Share of the brain's basal flow that passes here [1]; the resistance is R_vs1 over this
/// share.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record BridgingVeinRow(
    string Id, string Name, string From, string To, double FlowShare, Provenance Provenance);

/// <summary>A linear compartment: a compliance at its first node, then a resistance and an inertance to the
/// next.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="From">Node that holds the volume.</param>
/// <param name="To">Next node.</param>
/// <param name="Compliance">C at <paramref name="From"/> [mL/mmHg].</param>
/// <param name="UnstressedVolume">V_u at <paramref name="From"/> [mL].</param>
/// <param name="Resistance">R [mmHg·s/mL].</param>
/// <param name="Inertance">L [mmHg·s²/mL]; 0: none.</param>
/// <param name="Space">What surrounds it.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record CompartmentRow(
    string Id, string Name, string From, string To, double Compliance, double UnstressedVolume,
    double Resistance, double Inertance, Space Space, Provenance Provenance);

/// <summary>A heart chamber: p − p_pericardium = (E_A φ(t) + E_B)(V − V₀).</summary>
/// <param name="Id">Identifier, also its kind: <c>right_atrium</c>, <c>right_ventricle</c>, <c>left_atrium</c>,
/// <c>left_ventricle</c>.</param>
/// <param name="Node">Node that holds the volume.</param>
/// <param name="ActiveElastance">E_A [mmHg/mL].</param>
/// <param name="PassiveElastance">E_B [mmHg/mL].</param>
/// <param name="UnstressedVolume">V₀ [mL].</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record ChamberRow(
    string Id, string Node, double ActiveElastance, double PassiveElastance, double UnstressedVolume,
    Provenance Provenance);

/// <summary>A valve with opening dynamics (Mynard 2012).</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Kind"><c>cardiac</c> or <c>venous</c>.</param>
/// <param name="From">Upstream node.</param>
/// <param name="To">Downstream node.</param>
/// <param name="AnnulusArea">A_ann [cm²].</param>
/// <param name="EffectiveLength">l_eff [cm].</param>
/// <param name="OpeningRate">K_vo [1/(Pa·s)].</param>
/// <param name="ClosingRate">K_vc [1/(Pa·s)].</param>
/// <param name="Stenosis">M_st [1], 1: none.</param>
/// <param name="Regurgitation">M_rg [1], 0: none.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record ValveRow(
    string Id, string Name, string Kind, string From, string To, double AnnulusArea, double EffectiveLength,
    double OpeningRate, double ClosingRate, double Stenosis, double Regurgitation, Provenance Provenance);

/// <summary>A published site: a stable id where results are given.</summary>
/// <param name="Id">Stable id, such as <c>ijv_right_j2</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Group">Group for tables, such as <c>jugular veins</c>.</param>
/// <param name="Vessel">Vessel whose flow, area and velocity are given, or empty.</param>
/// <param name="Position">Place along the vessel from its first node, 0 to 1.</param>
/// <param name="Node">Node whose pressure is given when there is no vessel, or empty.</param>
/// <param name="Note">What a reader must know, or empty.</param>
public sealed record SiteRow(
    string Id, string Name, string Group, string Vessel, double Position, string Node, string Note);

/// <summary>A value to compare a run with.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Quantity">Expression key of the computed value, such as <c>flow:ijv_right_j2</c>;
/// docs/guide/model-files.md lists them.</param>
/// <param name="Label">What it is, for people.</param>
/// <param name="Posture"><c>supine</c> or <c>sitting</c>.</param>
/// <param name="Value">Measured mean, or the middle of the range.</param>
/// <param name="Low">Lower end of the band that counts as a hit.</param>
/// <param name="High">Upper end of the band.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Band">What the band is: one SD, reference interval, chosen.</param>
/// <param name="Use"><c>fitted</c>, <c>checked</c> or <c>predicted</c>.</param>
/// <param name="Provenance">Basis and source.</param>
public sealed record ValidationRow(
    string Id, string Quantity, string Label, string Posture, double Value, double Low, double High, string Unit,
    string Band, string Use, Provenance Provenance);

/// <summary>A citation.</summary>
/// <param name="Key">Key used by the tables.</param>
/// <param name="Citation">Authors, year, journal or repository.</param>
/// <param name="Doi">DOI or other identifier, or empty.</param>
/// <param name="Seen">What of it was read: full text, abstract, reimplementation, none.</param>
public sealed record SourceRow(string Key, string Citation, string Doi, string Seen);
