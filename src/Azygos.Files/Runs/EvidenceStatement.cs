namespace Azygos.Files.Runs;

/// <summary>What every result says about the evidence, in fixed words.</summary>
/// <source choice="wording agreed for the project: no more and no less than the studies allow"/>
public static class EvidenceStatement
{
    /// <summary>The statement.</summary>
    public const string Text =
        "Azygos simulates; this is not a diagnosis and not advice for any person. That narrowed veins cause multiple "
        + "sclerosis is not shown. In trials of balloon treatment with a sham procedure no benefit was shown; a small "
        + "benefit is not excluded, and people were harmed. A result of this simulation is not evidence for or "
        + "against the claim.";
}
