namespace Azygos.Body.Model;

/// <summary>
/// The scalar parameters that a model must have: those that the body is built from, and those of its oxygen where it
/// says what its beds consume; no others.
/// </summary>
/// <source choice="one list for the reader's check and the builder; values, units and sources are the model's"/>
public static class ParameterPaths
{
    /// <summary>Every path, in the order of the guide.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "heart.rate_per_min",
        "heart.ventricular_contraction_fraction",
        "heart.ventricular_relaxation_fraction",
        "heart.atrial_contraction_onset_fraction",
        "heart.atrial_contraction_fraction",
        "heart.atrial_relaxation_fraction",
        "blood.volume_mL",
        "blood.density_kg_m3",
        "blood.viscosity_Pa_s",
        "breathing.rate_per_min",
        "breathing.pleural_end_expiration_mmHg",
        "breathing.pleural_end_inspiration_mmHg",
        "breathing.inspiratory_fraction",
        "breathing.abdominal_swing_mmHg",
        "cerebral.basal_flow_mL_s",
        "cerebral.large_artery_resistance_mmHg_s_per_mL",
        "cerebral.proximal_vein_resistance_mmHg_s_per_mL",
        "cerebral.bridging_vein_resistance_mmHg_s_per_mL",
        "cerebral.pial_compliance_mL_per_mmHg",
        "cerebral.dilation_amplitude_mL_per_mmHg",
        "cerebral.constriction_amplitude_mL_per_mmHg",
        "cerebral.autoregulation_gain",
        "cerebral.autoregulation_time_s",
        "cerebral.arteriole_coefficient_mmHg3_s_per_mL",
        "cerebral.venous_elastance_per_mL",
        "cerebral.venous_offset_mmHg",
        "walls.artery_time_s",
        "walls.vein_time_s",
        "walls.artery_stiffening",
        "walls.vein_stiffening",
        "reflex.set_point_mmHg",
        "reflex.gain",
        "reflex.resistance_effect",
        "reflex.volume_effect",
        "reflex.time_s",
        "csf.formation_resistance_mmHg_s_per_mL",
        "csf.outflow_resistance_mmHg_s_per_mL",
        "csf.elastance_per_mL",
        "csf.spinal_fraction",
        "csf.exchange_resistance_mmHg_s_per_mL",
        "csf.indifferent_height_cm",
        "csf.minimum_pressure_mmHg",
        "posture.gravity_m_s2",
    ];

    /// <summary>The paths that a model with oxygen demands must have besides, in the order of the guide.</summary>
    public static IReadOnlyList<string> Oxygen { get; } =
    [
        "oxygen.haemoglobin_g_dL",
        "oxygen.binding_mL_g",
        "oxygen.solubility_mL_per_dL_mmHg",
        "oxygen.arterial_pressure_mmHg",
        "oxygen.brain_mass_g",
        "oxygen.brain_demand_mL_per_100g_min",
        "oxygen.brain_diffusivity_umol_per_100g_min_mmHg",
    ];
}
