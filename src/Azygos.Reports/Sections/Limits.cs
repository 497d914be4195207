using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>What the model cannot say.</summary>
internal static class Limits
{
    /// <summary>Writes the section.</summary>
    public static void Write(HtmlWriter page, SimulationResult result)
    {
        if (result.Model.Description.Length > 0) page.Element("p", result.Model.Description);
        page.Bullets(
            result.Model.HasWaves ? Waves : Lumped,
            """
            **Composite anatomy.** The network joins several published models and measurements with assumed dimensions.
            It is no single person, and no average of people measured together.
            """,
            !CollateralBands.Of(result).Any ? """
            **Collaterals are assumed.** Emissary, deep cervical and intervertebral veins, plexus and petrosal sinuses
            differ several-fold between people; their dimensions here were chosen.
            """ : """
            **Collaterals are assumed.** Emissary, deep cervical and intervertebral veins, plexus and petrosal sinuses
            differ several-fold between people; their dimensions here were chosen. The bands on this page say how far
            half or twice their radii would move a number.
            """,
            """
            **A baroreflex without the heart.** Arterioles and veins of trunk and limbs tighten when the pressure at the
            carotid sinus falls; heart rate and contractility do not respond. Upright, arterial pressure is therefore
            lower than in healthy people.
            """,
            result.Model.HasWaves ? PulsationWithWaves : PulsationLumped,
            """
            **Flow in and around the cord is structural only.** The plexus in the spinal canal is there as a path; its
            flows were hardly measured in people and are not validated. The cord itself has no vessels here.
            """,
            """
            **One state.** Rest, quiet breathing, one posture. The result is no range of healthy people; measured
            jugular flow alone varies by about a third between them (standard deviation over mean, 263 people).
            """,
            result.Oxygen is null ? Nothing : IronSection.IsAsked(result) ? OxygenAndIron : OxygenOnly);
    }

    private const string Nothing = "**Neither oxygen, nor iron, nor any effect on nerve tissue is computed.**";

    private const string OxygenOnly = """
        **Oxygen rides on mean flows, with fixed demands.** Tissue asks for what textbooks say, in proportion to its
        share of the flow at rest; it does not adapt, and haemoglobin, breathing and gas exchange are given. **Neither
        iron nor any effect on nerve tissue is computed.**
        """;

    private const string OxygenAndIron = """
        **Oxygen rides on mean flows, with fixed demands.** Tissue asks for what textbooks say, in proportion to its
        share of the flow at rest; it does not adapt, and haemoglobin, breathing and gas exchange are given. **Iron is a
        HYPOTHESIS that the case asked for; no effect on nerve tissue is computed.**
        """;

    private const string Waves = """
        **Waves in one dimension.** Along every vessel with a wall, pulse waves travel, are reflected and meet at
        junctions; veins through bone are rigid resistances, tissue beds, heart, lungs and fluid are lumped. A vessel
        has one area and one mean velocity at each place: nothing here says how a jet, a vortex or a swirl looks.
        """;

    private const string Lumped = """
        **Lumped model: no waves.** Pressure and flow are averages over short lengths of vessel. Nothing here says how a
        pulse wave travels, is reflected, or how jets and vortices look.
        """;

    private const string PulsationWithWaves = """
        **Pulsation in veins rests on assumptions.** How far heart and breath swing the flow of a vein, and for how many
        seconds it runs backward, depends on the stiffness and viscosity of its wall, which are assumed. Do not read it
        as reflux. Means hardly depend on it.
        """;

    private const string PulsationLumped = """
        **Pulsation in neck veins rests on an assumption.** How far cardiac waves swing their flow, and for how many
        seconds it runs backward, depends on a wall viscosity that was not measured. Do not read it as reflux. Means
        hardly depend on it. The smallest and largest flow of the ascending aorta mean nothing: a lumped aorta rings.
        """;
}
