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
            **No baroreflex.** Heart rate and vessel tone do not answer to a change of pressure; only the brain’s own
            arterioles regulate. A change of posture shows what gravity alone would do.
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
