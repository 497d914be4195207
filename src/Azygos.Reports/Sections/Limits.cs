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
            """
            **Lumped model: no waves.** Pressure and flow are averages over short lengths of vessel. Nothing here says
            how a pulse wave travels, is reflected, or how jets and vortices look.
            """,
            """
            **Composite anatomy.** The network joins several published models and measurements with assumed dimensions.
            It is no single person, and no average of people measured together.
            """,
            """
            **A baroreflex without the heart.** Arterioles and veins of trunk and limbs tighten when the pressure at the
            carotid sinus falls; heart rate and contractility do not respond. Upright, arterial pressure is therefore
            lower than in healthy people.
            """,
            """
            **Pulsation in neck veins rests on an assumption.** How far cardiac waves swing their flow, and for how many
            seconds it runs backward, depends on a wall viscosity that was not measured. Do not read it as reflux. Means
            hardly depend on it. The smallest and largest flow of the ascending aorta mean nothing: a lumped aorta rings.
            """,
            """
            **Flow in and around the cord is structural only.** The epidural plexus is there as a path; its flows were
            hardly measured in people and are not validated.
            """,
            """
            **One state.** Rest, quiet breathing, one posture. The result is no range of healthy people; measured
            jugular flow alone varies by about a third between them (standard deviation over mean, 263 people).
            """,
            "**Neither oxygen, nor iron, nor any effect on nerve tissue is computed.**");
    }
}
