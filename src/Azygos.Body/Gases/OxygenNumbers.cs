using Azygos.Body.Building;
using Azygos.Body.Model;
using Azygos.Quantities;

namespace Azygos.Body.Gases;

/// <summary>The oxygen parameters of a model in SI.</summary>
internal sealed class OxygenNumbers
{
    // 1 mL of oxygen holds 44.6 µmol (standard temperature and pressure).
    private const double MolesPerVolume = 44.6;   // mol/m³

    public OxygenNumbers(BodyModel model)
    {
        var n = new ModelNumbers(model);
        Blood = new BloodOxygen<Severinghaus>
        {
            Capacity = Si("oxygen.binding_mL_g") * Si("oxygen.haemoglobin_g_dL"),
            Solubility = Si("oxygen.solubility_mL_per_dL_mmHg"),
        };
        Arterial = Blood.Content(Si("oxygen.arterial_pressure_mmHg"));
        BrainMass = Si("oxygen.brain_mass_g");
        BrainDemand = Si("oxygen.brain_demand_mL_per_100g_min") * BrainMass;
        BrainDiffusivity =
            Si("oxygen.brain_diffusivity_umol_per_100g_min_mmHg") / MolesPerVolume * BrainMass;

        double Si(string path) => Units.SplitKey(path).Unit.ToSi(n[path]);
    }

    /// <summary>Blood of the model.</summary>
    public BloodOxygen<Severinghaus> Blood { get; }

    /// <summary>Content of arterial blood [1].</summary>
    public double Arterial { get; }

    /// <summary>Mass of the brain [kg].</summary>
    public double BrainMass { get; }

    /// <summary>What the whole brain asks for [m³/s].</summary>
    public double BrainDemand { get; }

    /// <summary>Diffusivity of the whole brain's capillaries [m³/(s·Pa)].</summary>
    public double BrainDiffusivity { get; }
}
